package io.journeystreams.load.jmh;

import io.journeystreams.domain.engine.Decision;
import io.journeystreams.domain.engine.EnginePolicy;
import io.journeystreams.domain.engine.JourneyEngine;
import io.journeystreams.domain.profile.ProfileState;
import io.journeystreams.state.StoredProfile;
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

/**
 * What the rules take to decide about the next event of a profile: of one in use, whose journey is told on, and of one that was
 * just decoded, whose journey is told from the start.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@State(Scope.Thread)
public class JourneyEngineBenchmark {

    private final JourneyEngine engine = new JourneyEngine(EnginePolicy.defaults());
    private final Situations<Situation> inUse = Situations.of(situation -> situation);
    private final Situations<Situation> decoded = Situations.of(JourneyEngineBenchmark::justDecoded);

    @Benchmark
    public Decision decideInUse() {
        return decide(inUse.next());
    }

    @Benchmark
    public Decision decideJustDecoded() {
        return decide(decoded.next());
    }

    private Decision decide(Situation situation) {
        ProfileState state = situation.stored().profile();
        return engine.decide(state, situation.entry(), situation.clock(), situation.nowMs());
    }

    static Situation justDecoded(Situation situation) {
        ProfileCodec codec = new ProfileCodec();
        StoredProfile stored = situation.stored();
        return new Situation(
                codec.decode(codec.encode(stored), stored.profile().key()),
                situation.event(),
                situation.accepted(),
                situation.entry(),
                situation.clock(),
                situation.nowMs());
    }
}
