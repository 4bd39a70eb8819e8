package io.journeystreams.state.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystreams.state.StoredProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Bytes of every version, as they were written when it was the newest. After a new version: add its state to
 * {@link GoldenState} and to {@link #STATES}, then write the file, once, with
 *
 * <pre>mvn package -pl journey-streams -am -Dtest=ProfileCodecGoldenTest -Dsurefire.failIfNoSpecifiedTests=false -Dgolden.write</pre>
 *
 * A golden file that is there is never written again.
 */
@Timeout(30)
class ProfileCodecGoldenTest {

    private static final Path FOLDER = Path.of("src/test/resources/io/journeystreams/state/codec");
    private static final HexFormat HEX = HexFormat.of();
    private static final int BYTES_PER_LINE = 32;

    /** Version 1 first. */
    private static final List<StoredProfile> STATES = List.of(GoldenState.VERSION_1);

    private final ProfileCodec codec = new ProfileCodec();

    @BeforeAll
    static void writeTheNewestIfAskedTo() throws IOException {
        Path newest = fileOf(StateSchemas.NEWEST);
        if (System.getProperty("golden.write") != null && Files.notExists(newest)) {
            Files.createDirectories(FOLDER);
            Files.writeString(newest, text(new ProfileCodec().encode(STATES.get(StateSchemas.NEWEST - 1))));
        }
    }

    @Test
    void bytesOfEveryVersionAreReadAsWhatTheyMeantThen() throws IOException {
        assertThat(STATES).hasSize(StateSchemas.NEWEST);
        for (int version = 1; version <= StateSchemas.NEWEST; version++) {
            // given
            StoredProfile expected = STATES.get(version - 1);

            // when
            StoredProfile read =
                    codec.decode(golden(version), expected.profile().key());

            // then
            assertThat(read).as("version " + version).isEqualTo(expected);
        }
    }

    @Test
    void theNewestVersionIsStillWrittenAsItWas() throws IOException {
        // given
        StoredProfile state = STATES.get(StateSchemas.NEWEST - 1);

        // when
        byte[] written = codec.encode(state);

        // then
        assertThat(written).isEqualTo(golden(StateSchemas.NEWEST));
    }

    private static byte[] golden(int version) throws IOException {
        return HEX.parseHex(Files.readString(fileOf(version)).replaceAll("\\s", ""));
    }

    private static Path fileOf(int version) {
        return FOLDER.resolve("profile-v" + version + ".hex");
    }

    private static String text(byte[] bytes) {
        return HEX.formatHex(bytes).replaceAll("(.{" + 2 * BYTES_PER_LINE + "})", "$1\n") + "\n";
    }
}
