package io.journeystreams.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class CellCodecTest {

    private static final Path GOLDEN = Path.of("src/test/resources/io/journeystreams/map/cell-v1.hex");

    @Test
    void cellsAreReadAsTheyWereWritten() {
        Random random = new Random(11);
        for (int i = 0; i < 300; i++) {
            assertRead(random(random, random.nextInt(Customers.FEW + 1)));
        }
        assertRead(new Cell());
        assertRead(random(random, Customers.FEW + 1));
        assertRead(random(random, 20_000));
    }

    @Test
    void whatWasReadGoesOnCounting() {
        // given
        Cell cell = random(new Random(5), 60);
        Cell read = CellCodec.decode(CellCodec.encode(cell, true));

        // when
        Cell more = random(new Random(6), 60);
        cell.add(more);
        read.add(more);

        // then
        assertSame(read, cell);
    }

    @Test
    void itIsKnownWhetherTheTopicHasBeenTold() {
        assertThat(CellCodec.isTold(CellCodec.encode(golden(), true))).isTrue();
        assertThat(CellCodec.isTold(CellCodec.encode(golden(), false))).isFalse();
    }

    /** Stored for ever: a change of these bytes needs a version of its own. */
    @Test
    void bytesOfTheFirstVersionStayAsTheyAre() throws IOException {
        byte[] bytes = HexFormat.of()
                .parseHex(Files.readString(GOLDEN, StandardCharsets.US_ASCII).replaceAll("\\s", ""));

        assertThat(CellCodec.encode(golden(), false)).isEqualTo(bytes);
        assertSame(CellCodec.decode(bytes), golden());
    }

    @Test
    void bytesThatEndTooEarlyOrAreOfAnotherVersionAreRefused() {
        for (Cell cell : new Cell[] {golden(), random(new Random(8), 100)}) {
            byte[] bytes = CellCodec.encode(cell, true);
            for (int length = 0; length < bytes.length; length++) {
                byte[] part = Arrays.copyOf(bytes, length);
                assertThatThrownBy(() -> CellCodec.decode(part))
                        .as("%s of %s bytes", length, bytes.length)
                        .isInstanceOf(IllegalArgumentException.class);
            }
        }
        byte[] later = CellCodec.encode(golden(), true);
        later[0] = 2;
        assertThatThrownBy(() -> CellCodec.decode(later)).hasMessageContaining("version");
    }

    private static Cell golden() {
        Cell cell = new Cell();
        cell.add(300, -2);
        cell.addValue("EUR", 123_450_000L);
        cell.addValue("USD", -9_900);
        cell.durations().addBin(-3, 1);
        cell.durations().addBin(0, -70);
        cell.durations().addBin(540, 200);
        cell.customers().add("c:anna");
        cell.customers().add("a:phone");
        return cell;
    }

    private static Cell random(Random random, int customers) {
        Cell cell = new Cell();
        cell.add(random.nextLong() >> random.nextInt(64), random.nextLong() >> random.nextInt(64));
        for (String currency : new String[] {"EUR", "USD", "JPY"}) {
            cell.addValue(currency, random.nextInt(2) * (random.nextLong() >> 8));
        }
        for (int i = random.nextInt(40); i > 0; i--) {
            cell.durations()
                    .addBin(random.nextInt(-100, 2_000), random.nextLong(1, 9) * (random.nextBoolean() ? 1 : -1));
        }
        for (int i = 0; i < customers; i++) {
            cell.customers().add("c:" + random.nextLong());
        }
        return cell;
    }

    private static void assertRead(Cell cell) {
        assertSame(CellCodec.decode(CellCodec.encode(cell, true)), cell);
    }

    private static void assertSame(Cell read, Cell cell) {
        assertThat(read.count()).isEqualTo(cell.count());
        assertThat(read.loops()).isEqualTo(cell.loops());
        assertThat(read.values()).isEqualTo(cell.values());
        assertThat(read.durations().bins()).isEqualTo(cell.durations().bins());
        assertThat(read.customers().few()).isEqualTo(cell.customers().few());
        assertThat(read.customers().count()).isEqualTo(cell.customers().count());
        assertThat(CellCodec.encode(read, true)).isEqualTo(CellCodec.encode(cell, true));
    }
}
