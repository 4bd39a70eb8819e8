package io.journeystreams.load.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystreams.contracts.CrmEvent;
import io.journeystreams.load.generator.Canary;
import io.journeystreams.load.oracle.InputRecord;
import io.journeystreams.load.oracle.Published;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What each check finds when it should; that it finds nothing otherwise, every fault run shows. */
class JudgementTest {

    private static final Position FIRST = new Position(ShopTopics.CRM, 0, 0);
    private static final Position BAD = new Position(ShopTopics.CRM, 0, 1);
    private static final InputRecord INPUT = new InputRecord(ShopTopics.CRM, 0, 0, 1, event("one"));

    @Test
    void aRecordThatIsNowhereIsFound() {
        assertThat(judge(List.of(), List.of(dead(BAD, "")))
                        .everyInputIsAccountedFor()
                        .findings())
                .containsExactly("crm.events-0@0 is in the journal or the dead letters 0 times");
    }

    @Test
    void aRecordThatIsJournaledTwiceIsFound() {
        assertThat(judge(List.of(FIRST, FIRST), List.of(dead(BAD, "")))
                        .everyInputIsAccountedFor()
                        .findings())
                .containsExactly("crm.events-0@0 is in the journal or the dead letters 2 times");
    }

    @Test
    void aGoodRecordAmongTheDeadLettersIsFound() {
        Judgement judgement = judge(List.of(), List.of(dead(FIRST, ""), dead(BAD, "")));

        assertThat(judgement.everyInputIsAccountedFor().holds()).isTrue();
        assertThat(judgement.deadLettersAreTheUnreadable().findings())
                .containsExactly("crm.events-0@0 can be used, and is a dead letter: UNREADABLE");
    }

    @Test
    void aBadRecordThatIsNoDeadLetterIsFound() {
        assertThat(judge(List.of(FIRST, BAD), List.of())
                        .deadLettersAreTheUnreadable()
                        .findings())
                .containsExactly("crm.events-0@1 cannot be used, and is no dead letter");
    }

    @Test
    void anIdThatIsPublishedTwiceIsFound() {
        assertThat(judge(List.of(), List.of()).nothingIsPublishedTwice().findings())
                .containsExactly(ShopTopics.SESSIONS + ": a-1");
    }

    @Test
    void anAddressInTheHeadersOfADeadLetterIsFound() {
        Judgement judgement = judge(List.of(), List.of(dead(BAD, "message=" + Canary.EMAIL)));

        assertThat(judgement
                        .nobodyIsNamed(List.of(), List.of("fine", Canary.PHONE))
                        .findings())
                .containsExactly("a page of an instance", "headers of the dead letter of crm.events-0@1");
    }

    private static Judgement judge(List<Position> journaled, List<DeadLetter> deadLetters) {
        return new Judgement(new Outcome(
                List.of(INPUT),
                Set.of(BAD),
                List.of(),
                journaled,
                deadLetters,
                new Published(List.of(), List.of(), List.of(), List.of()),
                Map.of(ShopTopics.SESSIONS, List.of("a-1", "a-2", "a-1")),
                0));
    }

    private static DeadLetter dead(Position position, String headers) {
        return new DeadLetter(position, "UNREADABLE", headers);
    }

    private static CrmEvent event(String id) {
        return CrmEvent.newBuilder()
                .setEventId(id)
                .setType("customer_updated")
                .setOccurredAt(Instant.EPOCH)
                .setCustomerId("7")
                .build();
    }
}
