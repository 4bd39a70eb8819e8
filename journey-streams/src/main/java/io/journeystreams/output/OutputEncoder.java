package io.journeystreams.output;

import io.journeystreams.contracts.AbandonmentEvent;
import io.journeystreams.contracts.ProfileEvent;
import io.journeystreams.contracts.SessionEvent;
import io.journeystreams.domain.abandonment.AlertOutput;
import io.journeystreams.domain.engine.CourseOutputs;
import io.journeystreams.domain.engine.Outputs;
import io.journeystreams.domain.event.DerivedId;
import io.journeystreams.domain.event.ProfileKey;
import io.journeystreams.domain.fact.FactOutput;
import io.journeystreams.domain.profile.ProfileOutput;
import io.journeystreams.domain.profile.ProfileRemoval;
import io.journeystreams.domain.session.SessionOutput;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Turns outputs into records that are ready to be sent, in the order in which they are to be sent. */
public final class OutputEncoder {

    private final Publisher publisher;
    private final SessionRecords sessionRecords;
    private final AbandonmentRecords abandonmentRecords;
    private final ProfileRecords profileRecords;
    private final RecordEncoder<SessionEvent> sessions;
    private final RecordEncoder<AbandonmentEvent> abandonment;
    private final RecordEncoder<ProfileEvent> profiles;
    private final FactRecords factRecords;
    private final FactEncoders facts;

    public OutputEncoder(
            Publisher publisher,
            RecordEncoder<SessionEvent> sessions,
            RecordEncoder<AbandonmentEvent> abandonment,
            RecordEncoder<ProfileEvent> profiles,
            FactEncoders facts) {
        this.publisher = publisher;
        this.sessionRecords = new SessionRecords(publisher);
        this.abandonmentRecords = new AbandonmentRecords(publisher);
        this.profileRecords = new ProfileRecords(publisher);
        this.sessions = sessions;
        this.abandonment = abandonment;
        this.profiles = profiles;
        this.facts = facts;
        this.factRecords = new FactRecords(publisher);
    }

    public List<Published> encode(Outputs outputs) {
        List<Published> published = new ArrayList<>();
        outputs.sessions().forEach(session -> published.add(encode(session)));
        outputs.alerts().forEach(alert -> encode(alert, published));
        encode(outputs.course(), published);
        outputs.profiles().forEach(profile -> published.add(encode(profile)));
        outputs.removals().forEach(removal -> published.add(encode(removal)));
        return published;
    }

    private void encode(CourseOutputs outputs, List<Published> published) {
        outputs.transitions()
                .forEach(output -> published.add(fact(
                        OutputTopic.STAGE_TRANSITIONS,
                        output,
                        facts.transitions().encode(factRecords.transition(output)),
                        "transition.")));
        outputs.moments()
                .forEach(output -> published.add(fact(
                        OutputTopic.MOMENTS, output, facts.moments().encode(factRecords.moment(output)), "moment.")));
        outputs.frictions()
                .forEach(output -> published.add(fact(
                        OutputTopic.FRICTION,
                        output,
                        facts.friction().encode(factRecords.friction(output)),
                        "friction.")));
    }

    private Published fact(OutputTopic topic, FactOutput<?> output, byte[] value, String type) {
        String id = revisionId(output.id(), output.revision());
        String state = output.state().name().toLowerCase(Locale.ROOT);
        return published(topic, output.profile(), value, id, type + state, output.emittedAtMs());
    }

    private Published encode(SessionOutput output) {
        byte[] value = sessions.encode(sessionRecords.of(output));
        String id = revisionId(output.id().value(), output.revision());
        String type = "session." + output.state().name().toLowerCase(Locale.ROOT);
        return published(OutputTopic.SESSIONS, output.profile(), value, id, type, output.emittedAtMs());
    }

    /** The same bytes go to both topics (rule A11). */
    private void encode(AlertOutput output, List<Published> published) {
        byte[] value = abandonment.encode(abandonmentRecords.of(output));
        String id = revisionId(output.alert().id().value(), output.revision());
        String type = "abandonment." + output.state().name().toLowerCase(Locale.ROOT);
        published.add(published(OutputTopic.ABANDONMENT, output.profile(), value, id, type, output.emittedAtMs()));
        if (output.toActions()) {
            published.add(published(
                    OutputTopic.ABANDONMENT_ACTIONS, output.profile(), value, id, type, output.emittedAtMs()));
        }
    }

    /** A profile has no revision; its id follows from its content. */
    private Published encode(ProfileOutput output) {
        byte[] value = profiles.encode(profileRecords.of(output));
        String id = UUID.nameUUIDFromBytes(value).toString();
        return published(OutputTopic.PROFILES, output.profile(), value, id, "profile.updated", output.updatedAtMs());
    }

    /** A tombstone: the topic is compacted. */
    private Published encode(ProfileRemoval removal) {
        String id = DerivedId.of(
                publisher.tenant(), "removal", removal.profile().value(), String.valueOf(removal.removedAtMs()));
        return published(OutputTopic.PROFILES, removal.profile(), null, id, "profile.removed", removal.removedAtMs());
    }

    private static String revisionId(String id, int revision) {
        return id + "." + revision;
    }

    private Published published(
            OutputTopic topic, ProfileKey profile, byte @Nullable [] value, String id, String type, long emittedAtMs) {
        byte[] key = profile.value().getBytes(StandardCharsets.UTF_8);
        Headers headers = CloudEventHeaders.of(publisher, id, type, profile.value(), emittedAtMs);
        return new Published(topic, new Record<>(key, value, emittedAtMs, headers));
    }
}
