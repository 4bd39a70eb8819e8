package io.journeystreams.topology;

import io.journeystreams.contracts.JournalEntry;
import io.journeystreams.contracts.JournaledEvent;
import io.journeystreams.contracts.Watermark;
import io.journeystreams.domain.engine.JourneyEngine;
import io.journeystreams.domain.event.EventTypes;
import io.journeystreams.domain.event.JourneyEvent;
import io.journeystreams.domain.event.ProfileKey;
import io.journeystreams.domain.time.ClockReading;
import io.journeystreams.domain.time.JournalClock;
import io.journeystreams.intake.Decoded;
import io.journeystreams.intake.JournaledEventReader;
import io.journeystreams.intake.OccurrenceReader.Reading;
import io.journeystreams.intake.RecordDecoder;
import io.journeystreams.intake.RejectionReason;
import io.journeystreams.output.OutputEncoder;
import io.journeystreams.output.Publisher;
import io.journeystreams.state.ClockStore;
import io.journeystreams.state.DeadlineIndex;
import io.journeystreams.state.ProfileStore;
import io.journeystreams.state.StoredProfile;
import java.util.Optional;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Reads one journal partition: asks the engine about events, moves the clock by watermarks, and fires what the clock has
 * passed. All that it publishes is a function of the journal.
 */
final class JourneyTask implements TaskProcessor.Task {

    private final ProcessorContext<byte[], byte[]> context;
    private final ProcessorMeters meters;
    private final JourneyEngine engine;
    private final RecordDecoder<JournalEntry> journal;
    private final JournaledEventReader events;
    private final ProfileStore profiles;
    private final ClockStore clockStore;
    private final Decisions decisions;
    private final DeadlineSweep sweep;
    private final JourneyDeadLetters deadLetters;
    private JournalClock clock;
    private boolean sweepIsDue;

    private JourneyTask(ProcessorContext<byte[], byte[]> context, JourneySettings settings) {
        Codecs codecs = settings.codecs();
        DeadlineIndex index = new DeadlineIndex(context.getStateStore(StoreNames.DEADLINES));
        this.context = context;
        this.meters = settings.meters();
        this.engine = new JourneyEngine(settings.policy());
        this.journal = codecs.journalReader();
        this.events = new JournaledEventReader(codecs.clickstream(), codecs.crm());
        this.profiles = new ProfileStore(context.getStateStore(StoreNames.PROFILES), index);
        this.clockStore = new ClockStore(context.getStateStore(StoreNames.CLOCK));
        this.decisions = new Decisions(context, profiles, clockStore, encoder(codecs, settings), settings);
        this.deadLetters = new JourneyDeadLetters(context, profiles, settings);
        this.sweep = new DeadlineSweep(
                index,
                profiles,
                engine,
                decisions,
                settings.sweep(),
                context::currentSystemTimeMs,
                deadLetters::sendDeadline);
        this.clock = clockStore.clock();
        this.sweepIsDue = true;
    }

    static JourneyTask start(ProcessorContext<byte[], byte[]> context, JourneySettings settings) {
        JourneyTask task = new JourneyTask(context, settings);
        task.reportTotals();
        context.schedule(settings.sweep().resumeAfter(), PunctuationType.WALL_CLOCK_TIME, nowMs -> task.resumeSweep());
        return task;
    }

    private static OutputEncoder encoder(Codecs codecs, JourneySettings settings) {
        Publisher publisher =
                new Publisher(settings.policy().tenant(), settings.policy().version());
        return new OutputEncoder(publisher, codecs.sessions(), codecs.abandonment(), codecs.profiles());
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        Decoded<JournalEntry> decoded = decode(record.value());
        if (decoded instanceof Decoded.Failed<JournalEntry> failed) {
            deadLetters.sendEntry(record, failed.reason(), failed.message());
            return;
        }
        JournalEntry entry = ((Decoded.Value<JournalEntry>) decoded).value();
        if (entry.getBody() instanceof Watermark watermark) {
            onWatermark(watermark, entry.getIntakeAt().toEpochMilli());
        } else if (entry.getBody() instanceof JournaledEvent event) {
            onEvent(record, event, entry.getIntakeAt().toEpochMilli());
        } else {
            deadLetters.sendEntry(record, RejectionReason.UNSUPPORTED, "hand-overs cannot be read yet");
        }
    }

    @Override
    public void close() {
        meters.released(partition());
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
                watermark.getCaughtUp(),
                intakeAtMs);
        clockStore.put(clock);
        if (clock.timeMs() > beforeMs) {
            meters.clock(partition(), clock.timeMs(), context.currentSystemTimeMs());
            sweep();
        }
    }

    private void onEvent(Record<byte[], byte[]> record, JournaledEvent entry, long intakeAtMs) {
        Optional<ProfileKey> profile = profileOf(entry);
        if (profile.isEmpty()) {
            deadLetters.sendEntry(record, RejectionReason.INVALID_VALUE, "the profile key is not valid");
            return;
        }
        Reading reading = events.read(entry);
        if (reading instanceof Reading.Invalid invalid) {
            deadLetters.sendEntry(record, invalid.reason(), invalid.message());
            return;
        }
        JourneyEvent event = EventTypes.read(((Reading.Valid) reading).occurrence());
        decide(record, profile.get(), event, intakeAtMs);
    }

    private void decide(Record<byte[], byte[]> record, ProfileKey profile, JourneyEvent event, long intakeAtMs) {
        ClockReading reading = clock.reading();
        StoredProfile stored = profiles.load(profile);
        Decisions.Attempt attempt = decisions.attempt(
                stored, () -> engine.onEvent(stored.profile(), event, reading, intakeAtMs), stored::afterEvent);
        if (attempt instanceof Decisions.Attempt.Refused refused) {
            deadLetters.sendEntry(record, refused.reason(), refused.message());
            return;
        }
        Decisions.Attempt.Ready ready = (Decisions.Attempt.Ready) attempt;
        decisions.carryOut(ready);
        sweepIsDue |= reading.hasPassed(ready.after().indexedAtMs());
        meters.eventOutcome(ready.decision().outcome());
    }

    private static Optional<ProfileKey> profileOf(JournaledEvent entry) {
        return ProfileKey.isValid(entry.getProfile())
                ? Optional.of(new ProfileKey(entry.getProfile()))
                : Optional.empty();
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
        if (clock.timeMs() != ClockReading.UNDEFINED) {
            meters.clock(partition(), clock.timeMs(), context.currentSystemTimeMs());
        }
    }

    private int partition() {
        return context.taskId().partition();
    }
}
