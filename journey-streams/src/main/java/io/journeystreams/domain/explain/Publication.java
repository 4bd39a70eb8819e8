package io.journeystreams.domain.explain;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** What readers were told of an alert at one of its occasions. */
public sealed interface Publication {

    /**
     * It was published.
     *
     * @param revision empty where the alert was told as ended and as standing again meanwhile, so that revisions do not count
     *     like occasions
     * @param actionable it went to those who act
     * @param gate the first gate that was shut; empty if none was, or if it is not remembered, as of one that came
     *     too late to be acted on
     * @param isDerived the gates were asked again now, since later revisions have taken the place of this one; they do not know
     *     any more whether it came late
     * @param notBeforeMs end of quiet hours, epoch milliseconds
     */
    record Published(
            OptionalInt revision,
            boolean actionable,
            Optional<ShutGate> gate,
            boolean isDerived,
            OptionalLong notBeforeMs)
            implements Publication {}

    /** It was not: what was left had been done, or taken back, before anybody could be told. */
    record Needless() implements Publication {}

    /** It is not yet: a backlog is being read (rule T5). */
    record Waits() implements Publication {}
}
