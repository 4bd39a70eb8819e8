package io.journeystreams.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystreams.domain.event.ProfileKey;
import org.junit.jupiter.api.Test;

class ToldLinksTest {

    private static final ProfileKey PHONE = ProfileKey.ofDevice("phone");
    private static final ProfileKey ANNA = ProfileKey.ofCustomer("anna");
    private static final ProfileKey BERT = ProfileKey.ofCustomer("bert");
    private static final long REPEATED_MS = ToldLinks.REPEATED_AFTER.toMillis();

    private final ToldLinks links = new ToldLinks();

    @Test
    void theSameCustomerIsNewsOnlyOnce() {
        assertThat(links.isNews(PHONE, ANNA, 0)).isTrue();
        assertThat(links.isNews(PHONE, ANNA, REPEATED_MS)).isFalse();
    }

    @Test
    void anotherCustomerIsNewsAndSoIsTheFirstAfterIt() {
        links.isNews(PHONE, ANNA, 0);
        assertThat(links.isNews(PHONE, BERT, 1)).isTrue();
        assertThat(links.isNews(PHONE, ANNA, 2)).isTrue();
    }

    @Test
    void afterHalfADayTheSameIsToldAgain() {
        links.isNews(PHONE, ANNA, 0);
        assertThat(links.isNews(PHONE, ANNA, REPEATED_MS + 1)).isTrue();
        assertThat(links.isNews(PHONE, ANNA, 2 * REPEATED_MS)).isFalse();
    }

    @Test
    void thatTheCustomerWasThereEarlierIsNews() {
        links.isNews(PHONE, ANNA, 10);
        assertThat(links.isNews(PHONE, ANNA, 9)).isTrue();
        assertThat(links.isNews(PHONE, ANNA, 9)).isFalse();
        assertThat(links.isNews(PHONE, ANNA, REPEATED_MS + 9)).isFalse();
    }

    @Test
    void theDeviceLongestNotSeenIsForgottenFirst() {
        links.isNews(PHONE, ANNA, 0);
        for (int i = 1; i < ToldLinks.MOST; i++) {
            links.isNews(ProfileKey.ofDevice("d" + i), ANNA, 0);
        }
        assertThat(links.isNews(PHONE, ANNA, 0)).isFalse();
        links.isNews(ProfileKey.ofDevice("one more"), ANNA, 0);
        assertThat(links.isNews(PHONE, ANNA, 0)).isFalse();
        assertThat(links.isNews(ProfileKey.ofDevice("d1"), ANNA, 0)).isTrue();
    }
}
