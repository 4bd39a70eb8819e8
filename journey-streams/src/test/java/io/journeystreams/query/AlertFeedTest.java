package io.journeystreams.query;

import static io.journeystreams.query.FeedAlerts.alert;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlertFeedTest {

    private final AlertFeed feed = new AlertFeed();

    @Test
    void theNewestComesFirstAlsoWithinASecond() {
        feed.add(alert("b", 1, 1_000));
        feed.add(alert("d", 1, 2_000));
        feed.add(alert("c", 1, 1_500));
        feed.add(alert("a", 1, 999));

        assertThat(ids(feed.newest(3))).containsExactly("d", "c", "b");
    }

    @Test
    void oneThatIsToldTwiceStandsOnceAndItsNextRevisionBesideIt() {
        feed.add(alert("a", 1, 1));
        feed.add(alert("a", 1, 2));
        feed.add(alert("a", 2, 3));

        assertThat(feed.newest(9))
                .extracting(alert -> alert.path("revision").asInt())
                .containsExactly(2, 1);
    }

    @Test
    void whatTwoInstancesToldStandsOnce() {
        AlertFeed other = new AlertFeed();
        feed.add(alert("a", 1, 1));
        other.add(alert("a", 1, 1));
        other.add(alert("b", 1, 2));
        List<ObjectNode> both = new ArrayList<>(feed.newest(9));
        both.addAll(other.newest(9));

        assertThat(ids(AlertFeed.newest(both, 9))).containsExactly("b", "a");
    }

    @Test
    void noMoreThanTheLastAreKept() {
        for (int i = 0; i <= AlertFeed.MOST; i++) {
            feed.add(alert("a" + i, 1, i));
        }

        assertThat(ids(feed.newest(Integer.MAX_VALUE)))
                .hasSize(AlertFeed.MOST)
                .startsWith("a" + AlertFeed.MOST)
                .endsWith("a1");
    }

    @Test
    void itSaysWhatHappenedAndNotToWhomNorWithWhat() {
        feed.add(alert("a", 1, 1_000));

        assertThat(feed.newest(1)).hasToString("""
                [{"id":"a","revision":1,"at":"1970-01-01T00:00:01Z","kind":"CART","state":"ABANDONED","actionable":true,\
                "reason":null,"value":null,"lines":1,"stage":"DECISION","channel":"other","device":"other"}]""");
    }

    private static List<String> ids(List<ObjectNode> alerts) {
        return alerts.stream().map(alert -> alert.path("id").asText()).toList();
    }
}
