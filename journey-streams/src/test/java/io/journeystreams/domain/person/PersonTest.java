package io.journeystreams.domain.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PersonTest {

    private static final Person VISITOR = new Person(
            Map.of(Channel.EMAIL, new Contact("old@shop.example", 10, new Reached(10, true))),
            Map.of(Channel.EMAIL, new Consent(Consent.Status.GRANTED, 11)),
            Optional.of(ZoneId.of("Europe/Berlin")),
            Optional.empty());
    private static final Person CUSTOMER = new Person(
            Map.of(
                    Channel.EMAIL, new Contact("new@shop.example", 20, new Reached(20, false)),
                    Channel.PHONE, new Contact("+49 1", 5, new Reached(5, false))),
            Map.of(Channel.EMAIL, new Consent(Consent.Status.DENIED, 21)),
            Optional.empty(),
            Optional.of(new Reached(15, true)));
    private static final Person THIRD = new Person(
            Map.of(Channel.PUSH, new Contact("token", 1, new Reached(1, true))),
            Map.of(Channel.EMAIL, new Consent(Consent.Status.GRANTED, 21)),
            Optional.of(ZoneId.of("America/New_York")),
            Optional.of(new Reached(15, false)));

    @Test
    void whatWasSaidLastCountsAndSinceWhenIsTheEarliest() {
        assertThat(VISITOR.merged(CUSTOMER))
                .isEqualTo(new Person(
                        Map.of(
                                Channel.EMAIL, new Contact("new@shop.example", 20, new Reached(10, true)),
                                Channel.PHONE, new Contact("+49 1", 5, new Reached(5, false))),
                        Map.of(Channel.EMAIL, new Consent(Consent.Status.DENIED, 21)),
                        Optional.of(ZoneId.of("Europe/Berlin")),
                        Optional.of(new Reached(15, true))));
    }

    @Test
    void mergingIsCommutativeAssociativeAndIdempotent() {
        for (Person one : List.of(VISITOR, CUSTOMER, THIRD)) {
            assertThat(one.merged(one)).isEqualTo(one);
            for (Person other : List.of(VISITOR, CUSTOMER, THIRD)) {
                assertThat(one.merged(other)).isEqualTo(other.merged(one));
                assertThat(one.merged(other).merged(THIRD)).isEqualTo(one.merged(other.merged(THIRD)));
            }
        }
    }

    @Test
    void addressesOfRefusedChannelsAreNeverUsed() {
        assertThat(CUSTOMER.addresses(false)).isEqualTo(Map.of("phone", "+49 1"));
        assertThat(CUSTOMER.addresses(true)).isEmpty();
        assertThat(VISITOR.addresses(true)).isEqualTo(Map.of("email", "old@shop.example"));
    }
}
