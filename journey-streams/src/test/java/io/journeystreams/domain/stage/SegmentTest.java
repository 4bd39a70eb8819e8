package io.journeystreams.domain.stage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SegmentTest {

    @Test
    void ordersCountMoreThanVisits() {
        assertThat(Segment.of(0, 0)).isEqualTo(Segment.NEW_VISITOR);
        assertThat(Segment.of(1, 0)).isEqualTo(Segment.RETURNING_VISITOR);
        assertThat(Segment.of(0, 1)).isEqualTo(Segment.CUSTOMER);
        assertThat(Segment.of(5, 1)).isEqualTo(Segment.CUSTOMER);
        assertThat(Segment.of(1, 2)).isEqualTo(Segment.REPEAT_CUSTOMER);
        assertThat(Segment.REPEAT_CUSTOMER.text()).isEqualTo("repeat_customer");
    }

    @Test
    void ofTwoTouchpointsTheLaterIsThatOfBoth() {
        Touchpoint web = new Touchpoint(TouchChannel.WEB, 10);
        Touchpoint chat = new Touchpoint(TouchChannel.CHAT, 20);
        Touchpoint call = new Touchpoint(TouchChannel.CALL, 20);

        assertThat(web.union(chat)).isEqualTo(chat);
        assertThat(chat.union(web)).isEqualTo(chat);
        assertThat(chat.union(call)).isEqualTo(call.union(chat));
    }
}
