package io.journeystreams.output;

import io.journeystreams.domain.abandonment.AlertOutput;
import io.journeystreams.domain.engine.Outputs;
import io.journeystreams.domain.event.DerivedId;
import io.journeystreams.domain.profile.ProfileOutput;
import io.journeystreams.domain.profile.ProfileRemoval;
import io.journeystreams.domain.session.SessionOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Turns outputs into records that are ready to be sent, in the order in which they are to be sent. For one thread. */
public final class OutputEncoder {

    private final Publisher publisher;
    private final Envelope envelope;
    private final SessionRecords sessions;
    private final AbandonmentRecords abandonment;
    private final ProfileRecords profiles;
    private final CourseEncoder courses;
    private final OutputEncoders encoders;

    public OutputEncoder(Publisher publisher, OutputEncoders encoders) {
        this.publisher = publisher;
        this.envelope = new Envelope(publisher);
        this.sessions = new SessionRecords(publisher);
        this.abandonment = new AbandonmentRecords(publisher);
        this.profiles = new ProfileRecords(publisher);
        this.courses = new CourseEncoder(publisher, encoders);
        this.encoders = encoders;
    }

    public List<Published> encode(Outputs outputs) {
        if (outputs.isEmpty()) {
            return List.of();
        }
        List<Published> published = new ArrayList<>();
        outputs.sessions().forEach(session -> published.add(encode(session)));
        outputs.alerts().forEach(alert -> published.addAll(encode(alert)));
        published.addAll(courses.encode(outputs.course()));
        outputs.profiles().forEach(profile -> published.add(encode(profile)));
        outputs.removals().forEach(removal -> published.add(encode(removal)));
        return published;
    }

    private Published encode(SessionOutput output) {
        return envelope.revision(
                OutputTopic.SESSIONS,
                output.profile(),
                encoders.sessions().encode(sessions.of(output)),
                output.id().value(),
                output.revision(),
                "session",
                output.state(),
                output.emittedAtMs());
    }

    /** The same bytes go to both topics (rule A11). */
    private List<Published> encode(AlertOutput output) {
        byte[] value = encoders.abandonment().encode(abandonment.of(output));
        List<OutputTopic> topics = output.toActions()
                ? List.of(OutputTopic.ABANDONMENT, OutputTopic.ABANDONMENT_ACTIONS)
                : List.of(OutputTopic.ABANDONMENT);
        return topics.stream().map(topic -> alert(topic, output, value)).toList();
    }

    private Published alert(OutputTopic topic, AlertOutput output, byte[] value) {
        return envelope.revision(
                        topic,
                        output.profile(),
                        value,
                        output.alert().id().value(),
                        output.revision(),
                        "abandonment",
                        output.state(),
                        output.emittedAtMs())
                .causedIn(output.trace());
    }

    /** A profile has no revision; its id follows from its content. */
    private Published encode(ProfileOutput output) {
        byte[] value = encoders.profiles().encode(profiles.of(output));
        String id = UUID.nameUUIDFromBytes(value).toString();
        return envelope.of(OutputTopic.PROFILES, output.profile(), value, id, "profile.updated", output.updatedAtMs());
    }

    /** A tombstone: the topic is compacted. */
    private Published encode(ProfileRemoval removal) {
        String id = DerivedId.of(
                publisher.tenant(), "removal", removal.profile().value(), String.valueOf(removal.removedAtMs()));
        return envelope.of(OutputTopic.PROFILES, removal.profile(), null, id, "profile.removed", removal.removedAtMs());
    }
}
