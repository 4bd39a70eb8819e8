package io.journeystreams.state.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystreams.domain.event.EventId;
import io.journeystreams.domain.event.Money;
import io.journeystreams.domain.stage.Channel;
import io.journeystreams.domain.stage.Direction;
import io.journeystreams.domain.stage.Layer;
import io.journeystreams.domain.stage.Segment;
import io.journeystreams.domain.stage.Transition;
import io.journeystreams.domain.stage.Transition.MissionMark;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What transitions share with their mission and the one before is left out of their bytes, and must come back. */
@Timeout(30)
class TransitionsCodecTest {

    private static final List<Long> TIMES =
            List.of(0L, 1L, -1L, 1_772_000_000_000L, 1_772_000_000_001L, 1_772_000_041_000L, Long.MAX_VALUE / 4);

    @Test
    void anyTransitionsAreReadAsTheyWereStored() {
        for (int seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            List<Transition> transitions = new ArrayList<>();
            for (int i = random.nextInt(12); i > 0; i--) {
                transitions.add(transition(random));
            }

            TextTable texts = new TextTable();
            MissionTable missions = new MissionTable(texts);
            var stored = TransitionsCodec.store(transitions, missions);
            List<Transition> read =
                    TransitionsCodec.read(stored, new Missions(missions.stored(), new Texts(texts.stored())));

            assertThat(read).as("seed %s", seed).isEqualTo(transitions);
        }
    }

    /** In any order of time, of layers in any order, of this mission, another, or none. */
    private static Transition transition(Random random) {
        Optional<MissionMark> mission = random.nextInt(4) == 0 ? Optional.empty() : Optional.of(mark(random));
        boolean isAsItBegan = random.nextBoolean();
        return new Transition(
                any(List.of(Layer.values()), random),
                random.nextBoolean() ? Optional.of("AWARENESS") : Optional.empty(),
                any(List.of("DECISION", "web", "DISCONTINUED", "Ä"), random),
                any(List.of(Direction.values()), random),
                any(TIMES, random),
                "rule" + random.nextInt(3),
                List.of(new EventId("e1"), new EventId("e" + random.nextInt(3))),
                any(
                        List.of(
                                OptionalLong.empty(),
                                OptionalLong.of(0),
                                OptionalLong.of(1),
                                OptionalLong.of(41_000),
                                OptionalLong.of(Long.MAX_VALUE / 4)),
                        random),
                random.nextInt(4),
                mission,
                isAsItBegan ? mission.flatMap(MissionMark::entryChannel) : channel(random),
                isAsItBegan ? mission.flatMap(MissionMark::entryDevice) : device(random),
                random.nextBoolean() ? Optional.of(Money.of("12.5001", "USD")) : Optional.empty(),
                random.nextBoolean(),
                random.nextBoolean(),
                random.nextBoolean(),
                random.nextBoolean() ? Optional.of("PAYMENT_FAILED") : Optional.empty(),
                random.nextBoolean());
    }

    private static MissionMark mark(Random random) {
        return new MissionMark(
                new EventId("m" + random.nextInt(2)),
                random.nextInt(3),
                channel(random),
                device(random),
                any(List.of(Segment.values()), random));
    }

    private static Optional<Channel> channel(Random random) {
        return any(List.of(Optional.empty(), Optional.of(Channel.EMAIL), Optional.of(Channel.OTHER)), random);
    }

    private static Optional<String> device(Random random) {
        return any(List.of(Optional.empty(), Optional.of("mobile"), Optional.of("fridge")), random);
    }

    private static <T> T any(List<T> values, Random random) {
        return values.get(random.nextInt(values.size()));
    }
}
