package io.journeystreams.intake;

import static io.journeystreams.intake.Reports.BEGINNING;
import static io.journeystreams.intake.Reports.clickstream;
import static io.journeystreams.intake.Reports.crm;
import static org.assertj.core.api.Assertions.assertThat;

import io.journeystreams.domain.event.ProfileKey;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileResolverTest {

    private final ProfileResolver resolver = new ProfileResolver();

    @Test
    void eventOfAKnownCustomerIsTheCustomers() {
        ReportedEvent event = ReportedEvent.of(
                clickstream("e1", "page_viewed", BEGINNING).setCustomerId("7").build());
        Optional<ProfileKey> device = Optional.of(ProfileKey.ofDevice("d1"));
        assertThat(resolver.resolve(event)).contains(new Owner(ProfileKey.ofCustomer("7"), true, device));
    }

    @Test
    void mergeIsToldToTheCustomerWhoGoesOnInAnother() {
        ReportedEvent event = ReportedEvent.of(crm("e1", "customers_merged", BEGINNING)
                .setCustomerId("8")
                .setAttributes(Map.of("from", "7", "to", "8"))
                .build());
        assertThat(resolver.resolve(event)).contains(new Owner(ProfileKey.ofCustomer("7"), true, Optional.empty()));
    }

    @Test
    void eventOfNobodyKnownIsTheDevices() {
        ReportedEvent event =
                ReportedEvent.of(clickstream("e1", "page_viewed", BEGINNING).build());
        assertThat(resolver.resolve(event)).contains(new Owner(ProfileKey.ofDevice("d1"), true, Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "0",
                "000",
                "-",
                "---",
                "-1",
                "null",
                "NULL",
                " Undefined ",
                "anonymous",
                "00000000-0000-0000-0000-000000000000"
            })
    void valueThatIsNoIdentityCountsAsAbsent(String nobody) {
        ReportedEvent event = ReportedEvent.of(clickstream("e1", "page_viewed", BEGINNING)
                .setCustomerId(nobody)
                .build());
        assertThat(resolver.resolve(event)).contains(new Owner(ProfileKey.ofDevice("d1"), true, Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "-2", "nullable", "a-0", "10"})
    void valueThatOnlyLooksLikeNoneIsAnIdentity(String id) {
        assertThat(IdentityValues.of(id)).contains(id);
    }

    @Test
    void eventOfNobodyAtAllBecomesAProfileOfItsOwn() {
        ReportedEvent event = ReportedEvent.of(clickstream("e1", "page_viewed", BEGINNING)
                .setAnonymousId("undefined")
                .build());
        assertThat(resolver.resolve(event)).contains(new Owner(ProfileKey.ofDevice("e1"), false, Optional.empty()));
    }

    @Test
    void crmEventIsACustomersOrNobodys() {
        ReportedEvent customers =
                ReportedEvent.of(crm("e1", "order_placed", BEGINNING).build());
        ReportedEvent nobodys = ReportedEvent.of(crm("e1", "order_placed", BEGINNING)
                .setCustomerId("-1")
                .setAnonymousId("d1")
                .build());
        assertThat(resolver.resolve(customers)).contains(new Owner(ProfileKey.ofCustomer("7"), true, Optional.empty()));
        assertThat(resolver.resolve(nobodys)).isEmpty();
    }
}
