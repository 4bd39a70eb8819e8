package io.journeystreams.backtest;

import com.fasterxml.jackson.databind.JsonNode;
import io.journeystreams.contracts.JournalEntry;
import io.journeystreams.contracts.Watermark;
import io.journeystreams.domain.engine.Decision;
import io.journeystreams.domain.engine.EnginePolicy;
import io.journeystreams.domain.engine.JourneyEngine;
import io.journeystreams.domain.time.JournalClock;
import io.journeystreams.intake.JournaledEventReader;
import io.journeystreams.output.AvroJson;
import io.journeystreams.output.OutputEncoder;
import io.journeystreams.output.OutputEncoders;
import io.journeystreams.output.OutputTopic;
import io.journeystreams.output.Publisher;
import io.journeystreams.state.StoredProfile;
import io.journeystreams.topology.Codecs;
import io.journeystreams.topology.EntryReader;
import io.journeystreams.topology.Topics;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Asks the engine again what one journal partition means, without stores, sweeps in parts, or a broker. */
final class JournalReplay {

    private final JourneyEngine engine;
    private final OutputEncoder encoder;
    private final EntryReader entries;
    private final LiveProfiles profiles = new LiveProfiles();
    private final Map<OutputTopic, List<JsonNode>> published = new EnumMap<>(OutputTopic.class);
    private JournalClock clock = JournalClock.STOPPED;

    private JournalReplay(EnginePolicy policy, Codecs codecs) {
        this.engine = new JourneyEngine(policy);
        this.encoder = new OutputEncoder(
                new Publisher(policy.tenant(), policy.version()), OutputEncoders.all(AvroJson::write));
        this.entries = new EntryReader(new JournaledEventReader(codecs.inputs(), Topics::sourceOf));
        for (OutputTopic topic : OutputTopic.values()) {
            published.put(topic, new ArrayList<>());
        }
    }

    static Map<OutputTopic, List<JsonNode>> of(List<JournalEntry> journal, EnginePolicy policy, Codecs codecs) {
        JournalReplay replay = new JournalReplay(policy, codecs);
        journal.forEach(replay::read);
        return replay.published;
    }

    private void read(JournalEntry entry) {
        long intakeAtMs = entry.getIntakeAt().toEpochMilli();
        if (entry.getBody() instanceof Watermark watermark) {
            clock = clock.hear(
                    watermark.getSource(),
                    watermark.getSources(),
                    watermark.getTime().toEpochMilli(),
                    watermark.getCaughtUp(),
                    intakeAtMs);
            sweep();
        } else {
            onEntry((EntryReader.Spoken.To) entries.read(entry), intakeAtMs);
        }
    }

    /** What profiles tell each other stands in the journal as well. */
    private void onEntry(EntryReader.Spoken.To spoken, long intakeAtMs) {
        StoredProfile stored = profiles.load(spoken.profile());
        Decision decision = engine.decide(stored.profile(), spoken.entry(), clock.reading(), intakeAtMs);
        carryOut(decision, stored, stored.afterEvent(decision.state()));
    }

    private void sweep() {
        Optional<StoredProfile> due = profiles.takeDue(clock.timeMs());
        while (due.isPresent()) {
            StoredProfile stored = due.get();
            Decision decision = engine.onDeadline(stored.profile(), clock.reading());
            carryOut(decision, stored, stored.afterDeadline(decision.state()));
            due = profiles.takeDue(clock.timeMs());
        }
    }

    private void carryOut(Decision decision, StoredProfile before, StoredProfile after) {
        profiles.save(before, after);
        encoder.encode(decision.outputs()).stream()
                .filter(output -> !output.isTombstone())
                .forEach(output -> Objects.requireNonNull(published.get(output.topic()))
                        .add(TestData.parse(new String(output.record().value(), StandardCharsets.UTF_8))));
    }
}
