package io.journeystreams.load.jmh;

import io.journeystreams.domain.event.ProfileKey;
import io.journeystreams.state.StoredProfile;
import io.journeystreams.state.codec.EncodedEvents;
import io.journeystreams.state.codec.ProfileCodec;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A profile to bytes, as once a commit, and back, as when it comes into use again. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@State(Scope.Thread)
public class ProfileCodecBenchmark {

    private final ProfileCodec codec = new ProfileCodec();
    private final Situations<StoredProfile> profiles = Situations.of(Situation::stored);
    private final Situations<Encoded> encoded = Situations.of(situation -> new Encoded(
            codec.encode(situation.stored()), situation.stored().profile().key()));

    private final Situations<InUse> inUse =
            Situations.of(situation -> new InUse(situation.stored(), codec.eventsOf(situation.stored(), null)));

    /** What is kept beside a profile in use. */
    private record InUse(StoredProfile profile, EncodedEvents events) {}

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Encoded(byte[] bytes, ProfileKey key) {}

    @Benchmark
    public byte[] encode() {
        return codec.encode(profiles.next());
    }

    @Benchmark
    public byte[] encodeInUse() {
        InUse next = inUse.next();
        return codec.encode(next.profile(), next.events());
    }

    @Benchmark
    public StoredProfile decode() {
        Encoded next = encoded.next();
        return codec.decode(next.bytes(), next.key());
    }
}
