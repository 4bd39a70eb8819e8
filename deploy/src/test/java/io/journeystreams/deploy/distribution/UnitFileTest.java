package io.journeystreams.deploy.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.journeystreams.cli.ExitCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The unit for systemd: every directive is one that systemd knows, and exit codes are those of the program. */
@Timeout(30)
class UnitFileTest {

    private static final Path UNIT = Path.of("distribution/systemd/journey.service");
    private static final int NO_JAVA = 20;

    /** Of systemd.unit(5), systemd.service(5), systemd.exec(5), systemd.kill(5); those that the unit uses. */
    private static final Map<String, Set<String>> KNOWN = Map.of(
            "Unit", Set.of("Description", "Documentation", "Wants", "After", "StartLimitIntervalSec"),
            "Service",
                    Set.of("Type User Group ExecStart EnvironmentFile LoadCredential Restart RestartSec"
                                    + " RestartPreventExitStatus SuccessExitStatus TimeoutStopSec LimitNOFILE StateDirectory"
                                    + " StateDirectoryMode UMask ProtectSystem ProtectHome PrivateTmp PrivateDevices"
                                    + " NoNewPrivileges CapabilityBoundingSet AmbientCapabilities RestrictAddressFamilies"
                                    + " RestrictNamespaces RestrictRealtime RestrictSUIDSGID LockPersonality ProtectClock"
                                    + " ProtectControlGroups ProtectHostname ProtectKernelLogs ProtectKernelModules"
                                    + " ProtectKernelTunables ProtectProc RemoveIPC SystemCallArchitectures"
                                    + " SystemCallFilter SystemCallErrorNumber")
                            .stream()
                            .flatMap(names -> Arrays.stream(names.split(" ")))
                            .collect(Collectors.toSet()),
            "Install", Set.of("WantedBy"));

    @Test
    void everyDirectiveIsOneOfSystemds() throws IOException {
        assertThat(UnitFile.read(UNIT).directives()).isNotEmpty().allSatisfy(each -> assertThat(
                        KNOWN.getOrDefault(each.section(), Set.of()))
                .contains(each.name()));
    }

    @Test
    void noRestartOnlyForWhatNoRestartHeals() throws IOException {
        List<Integer> codes = UnitFile.read(UNIT).service("RestartPreventExitStatus").stream()
                .flatMap(value -> Arrays.stream(value.split(" ")))
                .map(Integer::valueOf)
                .toList();

        assertThat(codes)
                .containsExactly(ExitCode.USAGE.code(), ExitCode.CONFIGURATION.code(), NO_JAVA)
                .allMatch(UnitFileTest::isDocumented);
    }

    @Test
    void itsStateDirectoryIsThatOfTheExample() throws IOException {
        assertThat(UnitFile.read(UNIT).service("StateDirectory")).containsExactly("journey");
        assertThat(Files.readString(Path.of("distribution/conf/journey.yaml")))
                .contains("\n  stateDirectory: /var/lib/journey\n");
    }

    @Test
    void systemdFindsNothingWrong(@TempDir Path place) throws IOException, InterruptedException {
        Path analyze = Path.of("/usr/bin/systemd-analyze");
        assumeTrue(
                Files.isExecutable(analyze), "systemd-analyze is not installed: the unit was NOT verified by systemd");
        Path launcher = Path.of("distribution/bin/journey").toAbsolutePath();
        Path unit = place.resolve("journey.service");
        // systemd wants the program to be where the unit says
        Files.writeString(unit, Files.readString(UNIT).replace("/opt/journey/bin/journey", launcher.toString()));

        Ended verified = Ended.of(place, Map.of(), List.of(analyze.toString(), "verify", "--man=no", unit.toString()));

        assertThat(verified).isEqualTo(new Ended(0, ""));
    }

    private static boolean isDocumented(int code) {
        return code == NO_JAVA
                ? launcherDocuments(code)
                : Stream.of(ExitCode.values()).anyMatch(exit -> exit.code() == code);
    }

    private static boolean launcherDocuments(int code) {
        try {
            return Files.readString(Path.of("distribution/bin/journey")).contains(code + " no usable Java");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
