package io.journeystreams.topology;

import io.journeystreams.contracts.JournalEntry;
import io.journeystreams.contracts.Watermark;
import io.journeystreams.domain.engine.Entry;
import io.journeystreams.domain.engine.JourneyEngine;
import io.journeystreams.domain.engine.Outcome;
import io.journeystreams.domain.event.EventTypes;
import io.journeystreams.domain.time.ClockReading;
import io.journeystreams.domain.time.JournalClock;
import io.journeystreams.intake.Decoded;
import io.journeystreams.intake.JournaledEventReader;
import io.journeystreams.intake.RecordDecoder;
import io.journeystreams.intake.RejectionReason;
import io.journeystreams.intake.SourceWatermark;
import io.journeystreams.map.CellStore;
import io.journeystreams.map.MapCells;
import io.journeystreams.output.MapRecords;
import io.journeystreams.output.OutputEncoder;
import io.journeystreams.output.Publisher;
import io.journeystreams.state.BeforeCommit;
import io.journeystreams.state.ClockStore;
import io.journeystreams.state.DeadlineIndex;
import io.journeystreams.state.HeapBudget;
import io.journeystreams.state.ProfileStore;
import io.journeystreams.state.StoredProfile;
import io.journeystreams.topology.EntryReader.Spoken;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Reads one journal partition: asks the engine about events, moves the clock by watermarks, and fires what the clock has
 * passed. All that it publishes is a function of the journal, but for one thing: nobody is reminded while the journal itself is
 * read late.
 */
final class JourneyTask implements TaskProcessor.Task {

    private final ProcessorContext<byte[], byte[]> context;
    private final ProcessorMeters meters;
    private final JourneyEngine engine;
    private final boolean isScoring;
    private final RecordDecoder<JournalEntry> journal;
    private final EntryReader entries;
    private final RelayWriter relays;
    private final HeapBudget.Share heap;
    private final ProfileStore profiles;
    private final ClockStore clockStore;
    private final JourneyMap map;
    private final Decisions decisions;
    private final DeadlineSweep sweep;
    private final Duration sweepResumesAfter;
    private final JourneyDeadLetters deadLetters;
    private final JournalReading journalReading;
    private JournalClock clock;
    private boolean sweepIsDue;

    private JourneyTask(ProcessorContext<byte[], byte[]> context, JourneySettings settings) {
        Codecs codecs = settings.codecs();
        DeadlineIndex index = new DeadlineIndex(context.getStateStore(StoreNames.DEADLINES));
        this.context = context;
        this.meters = settings.meters();
        this.engine = new JourneyEngine(settings.policy());
        this.isScoring = settings.policy().course().churn().models().isPresent();
        this.journal = codecs.journalReader();
        this.entries = new EntryReader(new JournaledEventReader(codecs.inputs(), Topics::sourceOf));
        this.relays = new RelayWriter(codecs.journalWriter());
        this.heap = settings.heap().share();
        this.profiles = new ProfileStore(
                context.getStateStore(StoreNames.PROFILES),
                index,
                heap,
                settings.limits().profile());
        BeforeCommit commits = context.getStateStore(StoreNames.BEFORE_COMMIT);
        commits.listen(this::beforeCommit);
        this.clockStore = new ClockStore(context.getStateStore(StoreNames.CLOCK));
        this.clock = clockStore.clock().resumed();
        Publisher publisher =
                new Publisher(settings.policy().tenant(), settings.policy().version());
        this.map = new JourneyMap(
                context,
                new MapCells(new CellStore(context.getStateStore(StoreNames.MAP))),
                new MapRecords(publisher, codecs.outputs().map()),
                clock.timeMs());
        OutputEncoder encoder = new OutputEncoder(publisher, codecs.outputs());
        this.decisions = new Decisions(context, profiles, clockStore, map, encoder, settings);
        this.deadLetters = new JourneyDeadLetters(context, profiles, settings);
        this.sweep = new DeadlineSweep(index, profiles, engine, decisions, settings.sweep(), deadLetters::sendDeadline);
        this.sweepResumesAfter = settings.sweep().resumeAfter();
        this.journalReading =
                new JournalReading(settings.progress(), context.taskId().partition());
        this.sweepIsDue = true;
    }

    static JourneyTask start(ProcessorContext<byte[], byte[]> context, JourneySettings settings) {
        JourneyTask task = new JourneyTask(context, settings);
        task.reportTotals();
        task.journalReading.observe(context.currentSystemTimeMs());
        return task;
    }

    @Override
    public List<TaskProcessor.Regularly> regularly() {
        return List.of(
                new TaskProcessor.Regularly(Duration.ofMillis(SourceWatermark.INTERVAL_MS), journalReading::observe),
                new TaskProcessor.Regularly(sweepResumesAfter, nowMs -> resumeSweep()));
    }

    private void beforeCommit() {
        profiles.write();
        map.write();
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        read(record);
        journalReading.onRead(context.recordMetadata().orElseThrow().offset());
    }

    @Override
    public void close() {
        heap.close();
        meters.released(partition());
    }

    private void read(Record<byte[], byte[]> record) {
        Decoded<JournalEntry> decoded = decode(record.value());
        if (decoded instanceof Decoded.Failed<JournalEntry> failed) {
            deadLetters.sendEntry(record, failed.reason(), failed.message());
            return;
        }
        JournalEntry entry = ((Decoded.Value<JournalEntry>) decoded).value();
        if (entry.getBody() instanceof Watermark watermark) {
            onWatermark(watermark, entry.getIntakeAt().toEpochMilli());
        } else {
            onEntry(record, entry);
        }
    }

    private Decoded<JournalEntry> decode(byte[] value) {
        return value == null
                ? new Decoded.Failed<>(RejectionReason.NULL_VALUE, "the journal entry has no value")
                : journal.decode(value);
    }

    private void onWatermark(Watermark watermark, long intakeAtMs) {
        long beforeMs = clock.timeMs();
        clock = clock.hear(
                watermark.getSource(),
                watermark.getSources(),
                watermark.getTime().toEpochMilli(),
                watermark.getCaughtUp() && journalReading.isCaughtUp(context.currentSystemTimeMs()),
                intakeAtMs);
        clockStore.put(clock);
        if (clock.timeMs() > beforeMs) {
            meters.clock(partition(), clock.reading());
            sweep();
            map.clockMoved(clock.timeMs());
        }
    }

    private void onEntry(Record<byte[], byte[]> record, JournalEntry entry) {
        Spoken spoken = entries.read(entry);
        if (spoken instanceof Spoken.Unreadable unreadable) {
            deadLetters.sendEntry(record, unreadable.reason(), unreadable.message());
        } else {
            decide(record, entry, (Spoken.To) spoken);
        }
    }

    private void decide(Record<byte[], byte[]> record, JournalEntry entry, Spoken.To spoken) {
        ClockReading reading = clock.reading();
        long intakeAtMs = entry.getIntakeAt().toEpochMilli();
        StoredProfile stored = profiles.load(spoken.profile());
        Decisions.Attempt attempt = decisions.attempt(
                stored,
                Growth.of(record.value()),
                () -> engine.decide(stored.profile(), spoken.entry(), reading, intakeAtMs),
                decision -> engine.reduce(decision, reading, intakeAtMs),
                stored::afterEvent,
                relay -> relays.write(relay, entry));
        if (attempt instanceof Decisions.Attempt.Refused refused) {
            deadLetters.sendEntry(record, refused.reason(), refused.message());
            return;
        }
        Decisions.Attempt.Ready ready = (Decisions.Attempt.Ready) attempt;
        decisions.carryOut(ready);
        sweepIsDue |= reading.hasPassed(ready.after().profile().indexedAtMs());
        meters.eventOutcome(ready.decision().outcome());
        reportUnscored(spoken.entry(), ready.decision().outcome());
    }

    private void reportUnscored(Entry entry, Outcome outcome) {
        boolean counts = outcome == Outcome.APPLIED || outcome == Outcome.LATE;
        if (!isScoring
                && counts
                && entry instanceof Entry.Event event
                && EventTypes.isPurchase(event.event().occurrence().type())) {
            meters.unscored();
        }
    }

    private void resumeSweep() {
        if (sweepIsDue) {
            sweep();
        }
    }

    private void sweep() {
        DeadlineSweep.Progress progress = sweep.run(clock.reading());
        sweepIsDue = !progress.isDone();
        JournalClock trimmed = clock.forgetStepsBefore(progress.nextDueAtMs());
        if (trimmed.steps().size() < clock.steps().size()) {
            clock = trimmed;
            clockStore.put(clock);
        }
        meters.deadlinesSwept(partition(), progress.swept());
        meters.deadlinesDue(partition(), progress.left());
    }

    private void reportTotals() {
        meters.tally(partition(), clockStore.tally());
        meters.calibration(partition(), clockStore.calibration());
        if (clock.timeMs() != ClockReading.UNDEFINED) {
            meters.clock(partition(), clock.reading());
        }
    }

    private int partition() {
        return context.taskId().partition();
    }
}
