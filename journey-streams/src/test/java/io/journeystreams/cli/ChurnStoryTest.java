package io.journeystreams.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class ChurnStoryTest {

    @Test
    void pendingAlertIsToldWithWhatComes() throws JsonProcessingException {
        assertThat(tell("""
                {"silence": {"state": "PENDING", "orderDays": 2, "firstOrder": "2026-01-05T10:00:00Z",
                  "lastOrder": "2026-02-01T18:20:11Z", "decay": 0.504, "risk": 0.8712, "pendingAt": "2026-04-02T07:10:48.200Z",
                  "firesAt": "2026-04-03T07:10:48.200Z", "escalatesAt": "2026-06-01T00:00:00Z", "parameters": "cdnow"},
                 "alerts": []}"""))
                .containsExactly(
                        "silence: pending, days with an order: 2, the last 2026-02-01 18:20:11, decay 0.50, risk 0.87,"
                                + " since 2026-04-02 07:10:48, fires at 2026-04-03 07:10:48,"
                                + " escalates at 2026-06-01 00:00:00, parameters cdnow");
    }

    @Test
    void whoIsNotJudgedIsToldWhy() throws JsonProcessingException {
        assertThat(tell("""
                {"silence": {"state": "NOT_JUDGED", "reason": "NO_MODEL"}, "alerts": []}""")).containsExactly("silence: not judged: NO_MODEL");
    }

    @Test
    void alertsThatFireHaveALineEach() throws JsonProcessingException {
        assertThat(tell("""
                {"silence": {"state": "NOT_JUDGED", "reason": "CONTRACT"}, "alerts": [
                  {"kind": "CONTRACTUAL", "state": "CLEARED", "firedAt": "2026-02-01T00:00:00Z", "level": 1, "risk": 0.6},
                  {"kind": "VOLUNTARY", "state": "FIRING", "firedAt": "2026-03-01T12:00:00Z", "level": 1, "risk": 1.0}]}"""))
                .containsExactly(
                        "silence: not judged: CONTRACT",
                        "at risk: VOLUNTARY since 2026-03-01 12:00:00, level 1, risk 1.00");
    }

    @Test
    void ofADeviceAndByAnOlderProcessorNothingIsTold() throws JsonProcessingException {
        assertThat(tell("""
                {"silence": {"state": "NOT_JUDGED", "reason": "ANONYMOUS"}, "alerts": []}""")).isEmpty();
        assertThat(tell("{}")).isEmpty();
    }

    private static List<String> tell(String churn) throws JsonProcessingException {
        return ChurnStory.of(new ObjectMapper().readTree(churn));
    }
}
