package io.journeystreams.topology;

import io.journeystreams.domain.abandonment.Tally;
import io.journeystreams.domain.churn.Calibration;
import io.journeystreams.domain.engine.CourseOutputs;
import io.journeystreams.domain.engine.Decision;
import io.journeystreams.domain.engine.Relay;
import io.journeystreams.domain.profile.ProfileState;
import io.journeystreams.intake.RejectionReason;
import io.journeystreams.output.OutputEncoder;
import io.journeystreams.output.Published;
import io.journeystreams.state.ClockStore;
import io.journeystreams.state.Draft;
import io.journeystreams.state.ProfileStore;
import io.journeystreams.state.StoredProfile;
import io.journeystreams.state.StoredSize;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries out what the engine decides. Everything is computed and its size checked before anything is stored, and stored
 * before anything is sent, so that a failure leaves the state before or after, and never between (fault R7).
 */
final class Decisions {

    /** Of what time alone brings, no other profile has to be told. */
    static final Function<Relay, Record<byte[], byte[]>> NO_RELAYS = relay -> {
        throw new IllegalStateException("time alone tells nobody anything");
    };

    private static final Logger LOG = LoggerFactory.getLogger(Decisions.class);

    private final ProcessorContext<byte[], byte[]> context;
    private final ProfileStore profiles;
    private final ClockStore clockStore;
    private final JourneyMap map;
    private final OutputEncoder encoder;
    private final ProcessorMeters meters;
    private final int largestOutput;
    private final int largestProfile;
    private Tally tally;
    private Calibration calibration;

    Decisions(
            ProcessorContext<byte[], byte[]> context,
            ProfileStore profiles,
            ClockStore clockStore,
            JourneyMap map,
            OutputEncoder encoder,
            JourneySettings settings) {
        this.context = context;
        this.profiles = profiles;
        this.clockStore = clockStore;
        this.map = map;
        this.encoder = encoder;
        this.meters = settings.meters();
        this.largestOutput = settings.limits().output();
        this.largestProfile = settings.limits().profile();
        this.tally = clockStore.tally();
        this.calibration = clockStore.calibration();
    }

    /** What came of asking the engine. */
    sealed interface Attempt {

        /** Can be carried out. */
        record Ready(
                StoredProfile before,
                Draft after,
                Decision decision,
                List<Published> records,
                List<Record<byte[], byte[]>> relays)
                implements Attempt {}

        /** Nothing was changed; the message shows no values. */
        record Refused(RejectionReason reason, String message) implements Attempt {}
    }

    /**
     * @param question asks the engine
     * @param growth by which what is known grows
     * @param reduce makes a state small that is too large to be stored
     * @param next what is stored of the profile's next state
     * @param write makes a journal entry of what another profile has to be told
     */
    Attempt attempt(
            StoredProfile before,
            StoredSize growth,
            Supplier<Decision> question,
            UnaryOperator<Decision> reduce,
            Function<ProfileState, StoredProfile> next,
            Function<Relay, Record<byte[], byte[]>> write) {
        Computed computed;
        List<Record<byte[], byte[]>> relays;
        try {
            computed = compute(question.get(), reduce, state -> profiles.draft(before, next.apply(state), growth));
            relays = computed.decision().relays().stream().map(write).toList();
        } catch (RuntimeException e) {
            return refusal(e);
        }
        return attempt(before, computed, encoder.encode(computed.decision().outputs()), relays);
    }

    private Attempt attempt(
            StoredProfile before, Computed computed, List<Published> records, List<Record<byte[], byte[]>> relays) {
        return tooLarge(computed)
                .or(() -> tooLarge(records, relays))
                .<Attempt>map(refused -> refused)
                .orElseGet(() -> new Attempt.Ready(before, computed.after(), computed.decision(), records, relays));
    }

    /** What a decision comes to; where the profile has grown too large, it is made small with it. */
    private Computed compute(Decision decision, UnaryOperator<Decision> reduce, Function<ProfileState, Draft> next) {
        Computed computed = new Computed(decision, next.apply(decision.state()));
        if (computed.size() <= largestProfile) {
            return computed;
        }
        LOG.atWarn()
                .addKeyValue("bytes", computed.size())
                .log("a profile grew beyond what is stored and was made small: nobody is reminded of what it held");
        Decision reduced = reduce.apply(decision);
        return new Computed(reduced, next.apply(reduced.state()));
    }

    /** A decision, and what would be stored. */
    private record Computed(Decision decision, Draft after) {

        /** At the most, where it is far from what may be stored. */
        int size() {
            String key = after.profile().profile().key().value();
            return key.getBytes(StandardCharsets.UTF_8).length + after.mostBytes();
        }
    }

    void carryOut(Attempt.Ready ready) {
        profiles.save(ready.before(), ready.after());
        count(ready.decision().change());
        count(ready.decision().outputs().course());
        map.count(ready.decision());
        ready.decision().outputs().alerts().forEach(meters::alert);
        for (Published published : ready.records()) {
            context.forward(published.record(), Nodes.sinkOf(published.topic()));
        }
        ready.relays().forEach(relay -> context.forward(relay, Nodes.HAND_OVERS));
    }

    private void count(Tally change) {
        if (change.equals(Tally.ZERO)) {
            return;
        }
        tally = tally.plus(change);
        clockStore.put(tally);
        meters.tally(context.taskId().partition(), tally);
    }

    private void count(CourseOutputs course) {
        course.churn().forEach(meters::churnAlert);
        if (!course.settlements().isEmpty()) {
            calibration = calibration.after(course.settlements());
            clockStore.put(calibration);
            meters.calibration(context.taskId().partition(), calibration);
        }
    }

    /** The rules are pure: that they fail on a record once means that they always do. The message may hold values. */
    private static Attempt refusal(RuntimeException e) {
        StackTraceElement[] trace = e.getStackTrace();
        LOG.atError()
                .addKeyValue("failure", e.getClass().getName())
                .addKeyValue("at", trace.length == 0 ? "unknown" : trace[0].toString())
                .log("the rules failed");
        return new Attempt.Refused(RejectionReason.RULES_FAILED, e.getClass().getName());
    }

    /** A profile that its changelog does not take would stop the task, and again after every restart (fault R8). */
    private Optional<Attempt.Refused> tooLarge(Computed computed) {
        return computed.size() <= largestOutput
                ? Optional.empty()
                : Optional.of(new Attempt.Refused(
                        RejectionReason.TOO_LARGE,
                        "the profile would have " + computed.size() + " bytes, and at most " + largestOutput
                                + " are kept"));
    }

    private Optional<Attempt.Refused> tooLarge(List<Published> records, List<Record<byte[], byte[]>> relays) {
        int largest = 0;
        for (Published published : records) {
            largest = Math.max(largest, published.size());
        }
        for (Record<byte[], byte[]> relay : relays) {
            largest = Math.max(largest, relay.key().length + relay.value().length);
        }
        return largest <= largestOutput
                ? Optional.empty()
                : Optional.of(new Attempt.Refused(
                        RejectionReason.TOO_LARGE,
                        "an output has " + largest + " bytes, and at most " + largestOutput + " are written"));
    }
}
