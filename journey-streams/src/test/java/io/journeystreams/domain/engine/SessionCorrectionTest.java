package io.journeystreams.domain.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystreams.domain.event.ProfileKey;
import io.journeystreams.domain.session.SessionOutput;
import io.journeystreams.domain.session.SessionOutput.State;
import io.journeystreams.domain.session.SessionPolicy;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionCorrectionTest {

    private static final long GAP_MS = Duration.ofMinutes(30).toMillis();
    private static final long WINDOW_MS = Duration.ofHours(1).toMillis();

    @ParameterizedTest(name = "{0} ms after the window: {1} outputs")
    @CsvSource({"0, 3", "1, 2"})
    void closedSessionIsCorrectedUpToTheEndOfTheWindow(long afterWindowMs, int outputs) {
        // given
        SessionPolicy sessions =
                new SessionPolicy(Duration.ofMillis(GAP_MS), Duration.ofHours(24), Duration.ofMillis(WINDOW_MS), false);
        Journal journal = new Journal(policy(sessions), ProfileKey.ofCustomer("c1"), true);
        journal.read(RandomHistory.pageView("first", 0), 0);
        journal.hear(RandomHistory.BEGINNING_MS + GAP_MS + WINDOW_MS + afterWindowMs, 0);

        // when
        journal.read(RandomHistory.pageView("late", 1_000), 0);

        // then
        Invariants.check(journal);
        List<State> states = journal.sessions.stream().map(SessionOutput::state).toList();
        assertThat(states)
                .isEqualTo(List.of(State.STARTED, State.CLOSED, State.CORRECTED).subList(0, outputs));
    }

    private static EnginePolicy policy(SessionPolicy sessions) {
        return EnginePolicy.defaults().with(sessions);
    }
}
