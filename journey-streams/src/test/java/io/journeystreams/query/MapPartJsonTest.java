package io.journeystreams.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.journeystreams.domain.abandonment.Trial;
import io.journeystreams.domain.churn.Calibration;
import io.journeystreams.domain.engine.EnginePolicy;
import io.journeystreams.domain.event.Money;
import io.journeystreams.domain.event.ProfileKey;
import io.journeystreams.domain.map.MapCount;
import io.journeystreams.domain.map.MapLine;
import io.journeystreams.domain.map.MapSeries;
import io.journeystreams.domain.map.MapSlice;
import io.journeystreams.map.Cell;
import io.journeystreams.map.Grain;
import io.journeystreams.map.MapQuestion;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What one instance tells another is what it knows. */
class MapPartJsonTest {

    private static final long AT_MS = 1_774_000_000_000L;
    private static final MapQuestion DAY = new MapQuestion(
            Grain.DAY,
            Grain.DAY.startOf(AT_MS),
            Grain.DAY.startOf(AT_MS) + Grain.DAY.lengthMs(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    private final MapInMemory here = new MapInMemory(0, Set.of());
    private final MapInMemory there = new MapInMemory(1, Set.of());

    @Test
    void manyCustomersAndPartsBelowZeroAddUpAsIfCountedInOnePlace() {
        // given
        MapInMemory onePlace = new MapInMemory(0, Set.of());
        for (int i = 0; i < 300; i++) {
            ProfileKey customer = ProfileKey.ofCustomer(String.valueOf(i));
            MapCount move = move(i % 2 == 0 ? "DECISION" : "AWARENESS", 1, i * 1_000L);
            (i < 200 ? here : there).count(customer, List.of(move));
            onePlace.count(customer, List.of(move));
        }
        MapCount takenBack = move("DECISION", -1, 4_000);
        for (int i = 0; i < 60; i++) {
            there.count(ProfileKey.ofCustomer("4"), List.of(takenBack));
            onePlace.count(ProfileKey.ofCustomer("4"), List.of(takenBack));
        }

        // when
        MapPart told = MapPartJson.read(MapPartJson.write(there.read(DAY)));

        // then
        MapLine decision = new MapLine(MapSeries.MISSION, "", "DECISION");
        assertThat(told.sum().lines())
                .extractingByKey(decision)
                .extracting(Cell::count)
                .isEqualTo(-10L);
        assertThat(told.partitions()).containsExactly(1);
        MapPart sum = MapPart.empty().plus(here.read(DAY)).plus(told);
        assertThat(sum.partitions()).containsExactly(0, 1);
        assertThat(new MapJson(EnginePolicy.defaults()).write(DAY, sum, 1).replace("\"answered\":2", "\"answered\":1"))
                .isEqualTo(new MapJson(EnginePolicy.defaults()).write(DAY, onePlace.read(DAY), 1));
    }

    @Test
    void trialAndClockAreToldToo() {
        MapPart part = new MapPart(
                here.read(DAY).sum(), Set.of(3, 7), OptionalLong.of(5), new Trial(4, 3, 2, 1), Calibration.NONE);

        MapPart told = MapPartJson.read(MapPartJson.write(part));

        assertThat(told.partitions()).containsExactly(3, 7);
        assertThat(told.clockMs()).hasValue(5);
        assertThat(told.trial()).isEqualTo(new Trial(4, 3, 2, 1));
        assertThat(told.calibration()).isEqualTo(Calibration.NONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nothing",
                "{}",
                "[]",
                "{\"lines\":[[\"NEW_SERIES\",\"\",\"\",\"AQA=\"]]}",
                "{\"lines\":[[\"MISSION\",\"\",\"\",\"CQA=\"]]}",
                "{\"lines\":[[\"MISSION\",\"\",\"\",\"AQA=\"]]}",
                "{\"counts\":[[0,5,1]]}"
            })
    void whatIsNoPartIsRefused(String text) {
        assertThatThrownBy(() -> MapPartJson.read(text)).isInstanceOf(IllegalArgumentException.class);
    }

    private static MapCount move(String to, int count, long durationMs) {
        return new MapCount(
                AT_MS,
                new MapSlice("email", "mobile", "customer"),
                new MapLine(MapSeries.MISSION, "", to),
                count,
                false,
                OptionalLong.of(durationMs),
                Optional.of(new Money(123_400, "EUR")));
    }
}
