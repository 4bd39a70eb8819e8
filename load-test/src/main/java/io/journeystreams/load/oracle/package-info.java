/**
 * What must come out, worked out anew from the rules in docs/rules.md: simple, slow, and without a line of the processor.
 *
 * <p>Told from the whole input log, sorted by event time, again and again from the beginning: whose an event is ({@code WhoIsWho}),
 * sessions ({@code Sessions}), stages ({@code Stages}), what was left unfinished ({@code Story}), and which alerts fall due as
 * news comes in. When it came to which profile, over whom, and what the clock had passed by then, the journal says ({@code AsJournaled});
 * without one it is tried what is possible ({@code Alerts}, {@code Clocks}).
 *
 * <p>Which follows from the set of events alone, whatever was killed, and whenever (rules A1, A6, T10): the last word on every
 * session; of every transition that stands its layer, stages, direction, time and the event that completed its evidence; of
 * every alert its kind, subject, arming event, deadline, lines and total, and how it ended. Which does not, and is
 * left open: when something was published and in how many revisions; ids as such (alerts are told apart by kind and arming
 * event); under which of its keys something was said of a device that became a customer's; whether an alert that was taken back
 * was told before; how long an alert waited for a backlog to be read (T5), so that it may say what was known later; and which gate was shut.
 *
 * <p>Of stages the rules do not say, and it is taken from the processor: a login soon after the goal begins no mission, as no page
 * view does, and a logout is no touch; an order of which the first report is too late counts and moves no stage, whatever is
 * told of it later.
 *
 * <p>Not worked out here: missions that fall silent, refunds and cancellations, service contacts, advocacy, stage models but the
 * default one; moments, friction, churn, the kinds SEARCH, BROWSE, FORM and PAYMENT_PENDING, programs (S6), test
 * events, and what goes when a profile is full. What the {@code Invariant}s say holds of everything.
 */
@NullMarked
package io.journeystreams.load.oracle;

import org.jspecify.annotations.NullMarked;
