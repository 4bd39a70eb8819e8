package io.journeystreams.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnnouncementsTest {

    private final List<String> said = new ArrayList<>();
    private final Announcements announcements = new Announcements(said::add);

    @Test
    void eachIsSaidOnceAtItsTimeTheEarlierFirst() {
        // given
        announcements.at(2_000, "second");
        announcements.at(1_000, "first");
        announcements.at(2_000, "third");
        announcements.at(Long.MAX_VALUE, "never");

        // when
        announcements.sayUntil(999);
        assertThat(said).isEmpty();
        announcements.sayUntil(2_000);
        announcements.sayUntil(3_000);

        // then
        assertThat(said).containsExactly("first", "second", "third");
    }
}
