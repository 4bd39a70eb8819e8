package io.journeystreams.backtest;

import io.journeystreams.domain.engine.Decision;
import io.journeystreams.domain.engine.EnginePolicy;
import io.journeystreams.domain.engine.Entry;
import io.journeystreams.domain.engine.JourneyEngine;
import io.journeystreams.domain.engine.Relay;
import io.journeystreams.domain.event.EventTypes;
import io.journeystreams.domain.event.Occurrence;
import io.journeystreams.domain.event.Occurrence.Source;
import io.journeystreams.domain.event.ProfileKey;
import io.journeystreams.domain.event.SourcePosition;
import io.journeystreams.domain.explain.Explanation;
import io.journeystreams.domain.explain.ProfileTeller;
import io.journeystreams.domain.profile.ProfileState;
import io.journeystreams.domain.time.ClockReading;
import io.journeystreams.intake.IntakeDecision;
import io.journeystreams.intake.IntakeRules;
import io.journeystreams.intake.ProfileResolver;
import io.journeystreams.intake.RejectionReason;
import io.journeystreams.output.AvroJson;
import io.journeystreams.output.MapRecords;
import io.journeystreams.output.OutputEncoder;
import io.journeystreams.output.OutputEncoders;
import io.journeystreams.output.Published;
import io.journeystreams.output.Publisher;
import io.journeystreams.state.StoredProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/**
 * Runs the rules over files of events: the same intake rules, engine and output records as the processor, with the files in
 * place of the topics. The same input gives the same files, byte by byte, unless it is told to take the present time.
 *
 * <p>All profiles are held in memory, and of the events those that are not in the order of arrival in their file.
 */
public final class Backtest {

    /** Of a deadline that the rules fail on. */
    private static final SourcePosition NO_LINE = new SourcePosition("", 0, 0);

    private final BacktestRequest request;
    private final ResultFiles results;
    private final Progress progress;
    private final IntakeRules intake;
    private final JourneyEngine engine;
    private final OutputEncoder encoder;
    private final BacktestMap map;
    private final LiveProfiles profiles = new LiveProfiles();
    private final BacktestSummary.Counts counts = new BacktestSummary.Counts();
    private final BacktestClock clock;
    private final InputSurvey survey;

    private Backtest(BacktestRequest request, ResultFiles results, Progress progress) throws IOException {
        EnginePolicy policy = request.policy();
        this.request = request;
        this.results = results;
        this.progress = progress;
        this.intake = new IntakeRules(policy.clock(), new ProfileResolver());
        this.engine = new JourneyEngine(policy);
        Publisher publisher = new Publisher(policy.tenant(), policy.version());
        OutputEncoders encoders = OutputEncoders.all(AvroJson::write);
        this.encoder = new OutputEncoder(publisher, encoders);
        this.map = new BacktestMap(new MapRecords(publisher, encoders.map()));
        this.survey = InputSurvey.of(request.files(), this::onBadRow, progress);
        this.clock = new BacktestClock(policy.clock(), request.intakeTime(), survey.events());
    }

    /**
     * @throws IOException if a file cannot be read or written; a line that cannot be used is a dead letter
     */
    public static BacktestSummary run(BacktestRequest request, Progress progress) throws IOException {
        try (ResultFiles results = ResultFiles.create(request.out())) {
            return new Backtest(request, results, progress).run();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private BacktestSummary run() throws IOException {
        long decided = 0;
        long total = survey.eventCount();
        try (ArrivalOrder arrivals = ArrivalOrder.of(request.files(), survey)) {
            for (Optional<Arrival> next = arrivals.next(); next.isPresent(); next = arrivals.next()) {
                onArrival(next.get());
                progress.decided(++decided, total);
            }
        }
        runOn();
        map.tell(clock.reading().timeMs(), this::write);
        return counts.summary(profiles.size(), request.explained().flatMap(this::explain));
    }

    private Optional<Explanation> explain(ProfileKey profile) {
        ProfileState state = profiles.load(profile).profile();
        return state.isEmpty()
                ? Optional.empty()
                : Optional.of(new ProfileTeller(request.policy()).explain(state, clock.clock()));
    }

    private void onArrival(Arrival arrival) {
        counts.event();
        long intakeAtMs = clock.intakeAtMs(arrival.recordTimestampMs());
        passSilence(intakeAtMs);
        Source source = arrival.event().source();
        IntakeDecision decision =
                intake.decide(arrival.event(), arrival.recordTimestampMs(), intakeAtMs, arrival.position());
        if (decision instanceof IntakeDecision.Accepted accepted) {
            take(accepted, intakeAtMs);
            clock.onAccepted(source, accepted.clockTimeMs());
        } else {
            IntakeDecision.Rejected rejected = (IntakeDecision.Rejected) decision;
            deadLetter(arrival.position(), rejected.reason(), rejected.message(), "");
            clock.onRejected(source);
        }
        sweep();
    }

    /** Until the next event comes in: deadlines one by one, each at its own time, so that it is known when it fired. */
    private void passSilence(long arrivalMs) {
        OptionalLong reachedMs = clock.silenceReaches(profiles.nextDueAtMs(), arrivalMs);
        while (reachedMs.isPresent()) {
            clock.reach(profiles.nextDueAtMs(), reachedMs.getAsLong());
            sweep();
            reachedMs = clock.silenceReaches(profiles.nextDueAtMs(), arrivalMs);
        }
        clock.arriveAt(arrivalMs);
        sweep();
    }

    /** After the last event. */
    private void runOn() {
        OptionalLong endMs = clock.endMs();
        if (endMs.isEmpty()) {
            return;
        }
        long untilMs = request.until().clockMs(endMs.getAsLong());
        while (profiles.nextDueAtMs() <= untilMs) {
            long dueAtMs = profiles.nextDueAtMs();
            clock.reach(dueAtMs, clock.silenceReaches(dueAtMs));
            sweep();
        }
    }

    private void take(IntakeDecision.Accepted accepted, long intakeAtMs) {
        accepted.remarks().forEach(counts::remark);
        Occurrence occurrence = accepted.occurrence();
        ProfileKey owner = accepted.owner().profile();
        tell(new Relay(owner, Entry.Event.of(EventTypes.read(occurrence))), intakeAtMs, occurrence.position());
        accepted.owner()
                .device()
                .map(device -> new Relay(device, new Entry.CustomerSeen(owner, occurrence.id(), occurrence.atMs())))
                .ifPresent(seen -> tell(seen, intakeAtMs, occurrence.position()));
    }

    /** What one profile has to tell another is told at once: here nothing is on its way. */
    private void tell(Relay told, long intakeAtMs, SourcePosition position) {
        StoredProfile stored = profiles.load(told.to());
        Optional<Decision> decided =
                ask(() -> engine.decide(stored.profile(), told.entry(), clock.reading(), intakeAtMs), position);
        decided.ifPresent(decision -> {
            carryOut(decision, stored, stored.afterEvent(decision.state()));
            decision.relays().forEach(relay -> tell(relay, intakeAtMs, position));
        });
    }

    private void sweep() {
        ClockReading reading = clock.reading();
        Optional<StoredProfile> due = profiles.takeDue(reading.timeMs());
        while (due.isPresent()) {
            fire(due.get(), reading);
            due = profiles.takeDue(reading.timeMs());
        }
        clock.forgetStepsBefore(reading.timeMs());
    }

    private void fire(StoredProfile stored, ClockReading reading) {
        Optional<Decision> decided = ask(() -> onDeadline(stored, reading), NO_LINE);
        if (decided.isPresent()) {
            Decision decision = decided.get();
            carryOut(decision, stored, stored.afterDeadline(decision.state()));
        } else {
            profiles.save(stored, stored.withoutIndexEntry());
        }
    }

    private Decision onDeadline(StoredProfile stored, ClockReading reading) {
        Decision decision = engine.onDeadline(stored.profile(), reading);
        if (reading.hasPassed(decision.state().nextDueAtMs())) {
            throw new IllegalStateException("the engine left a deadline unfired that the clock has passed");
        }
        return decision;
    }

    /** The rules failing is a fault of the program: the event is put aside with a reason, and the rest goes on. */
    private Optional<Decision> ask(Supplier<Decision> question, SourcePosition position) {
        try {
            return Optional.of(question.get());
        } catch (RuntimeException e) {
            deadLetter(position, RejectionReason.RULES_FAILED, e.toString(), "");
            return Optional.empty();
        }
    }

    private void carryOut(Decision decision, StoredProfile before, StoredProfile after) {
        profiles.save(before, after);
        counts.decided(decision);
        map.count(decision);
        encoder.encode(decision.outputs()).forEach(this::write);
    }

    private void write(Published published) {
        try {
            results.write(published);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void onBadRow(EventFile file, Row.Bad row) {
        deadLetter(new SourcePosition(file.name(), 0, row.line()), row.reason(), row.message(), row.record());
    }

    private void deadLetter(SourcePosition position, RejectionReason reason, String message, String record) {
        counts.deadLetter(reason);
        try {
            results.deadLetter(position, reason, message, record);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
