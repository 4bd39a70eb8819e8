package io.journeystreams.deploy.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Quantity;
import io.journeystreams.config.JourneyConfig;
import io.journeystreams.topics.Needs;
import io.journeystreams.topics.TopicCatalogue;
import io.journeystreams.topics.WantedTopic;
import io.journeystreams.topology.StoreNames;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import io.strimzi.api.kafka.model.user.KafkaUser;
import io.strimzi.api.kafka.model.user.KafkaUserAuthorizationSimple;
import io.strimzi.api.kafka.model.user.acl.AclRuleTopicResource;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What an installation tells the processor is something that the processor knows. */
class InstallationConfigTest {

    private static final String OVERLAYS = "io.journeystreams.deploy.kubernetes.Installation#OVERLAYS";
    private static final Pattern HEAP = Pattern.compile("-Xmx(\\d+)g");
    private static final int MIB = 1024 * 1024;

    /** Of the JVM itself and the network, as docs/sizing.md plans it. */
    private static final int OVERHEAD_MIB = 512;

    @TempDir
    private Path directory = Path.of("");

    @ParameterizedTest
    @FieldSource(OVERLAYS)
    void settingsAreKnownAndNameThePod(String overlay) throws IOException, InterruptedException {
        // given
        Installation installation = Installation.of(overlay);

        // when
        JourneyConfig config = load(installation);

        // then
        assertThat(config.streams().instanceId()).contains("journey-0");
        assertThat(config.kafka().properties()).containsEntry("application.server", "journey-0.journey-pods:7070");
        assertThat(config.http().host()).isEqualTo("0.0.0.0");
        assertThat(config.http().port())
                .isEqualTo(installation.container().getPorts().get(0).getContainerPort());
    }

    @ParameterizedTest
    @FieldSource(OVERLAYS)
    void everyVariableThatLooksLikeASettingIsOne(String overlay) throws IOException, InterruptedException {
        // given
        Installation installation = Installation.of(overlay);
        JourneyConfig config = load(installation);

        // when
        List<String> variables = JourneyFile.environment(installation).keySet().stream()
                .filter(name -> name.startsWith("JOURNEY_") && !name.equals("JOURNEY_JAVA_OPTS"))
                .toList();

        // then
        assertThat(config.effective())
                .filteredOn(setting -> setting.origin().equals("environment"))
                .hasSameSizeAs(variables);
    }

    @ParameterizedTest
    @FieldSource(OVERLAYS)
    void theStateIsOnTheClaim(String overlay) throws IOException, InterruptedException {
        // given
        Installation installation = Installation.of(overlay);
        String claim = installation
                .statefulSet()
                .getSpec()
                .getVolumeClaimTemplates()
                .get(0)
                .getMetadata()
                .getName();

        // when
        Path state = load(installation).streams().requireStateDirectory();

        // then
        assertThat(installation.container().getVolumeMounts())
                .anyMatch(mount -> mount.getName().equals(claim) && state.startsWith(mount.getMountPath()));
    }

    @ParameterizedTest
    @FieldSource(OVERLAYS)
    void memoryIsEnoughForHeapStoresAndTheRest(String overlay) throws IOException, InterruptedException {
        // given
        Installation installation = Installation.of(overlay);
        Map<String, Quantity> limits = installation.container().getResources().getLimits();
        Map<String, Quantity> requests = installation.container().getResources().getRequests();

        // when
        long needed =
                1024L * heapGib(installation) + load(installation).streams().rocksDbMb() + OVERHEAD_MIB;

        // then
        assertThat(mib(Objects.requireNonNull(limits.get("memory")))).isGreaterThanOrEqualTo(needed);
        assertThat(requests.get("memory")).isEqualTo(limits.get("memory"));
        assertThat(limits).doesNotContainKey("cpu");
    }

    @ParameterizedTest
    @FieldSource(OVERLAYS)
    void standbyCopiesHaveAnInstanceToBeOn(String overlay) throws IOException, InterruptedException {
        // given
        Installation installation = Installation.of(overlay);

        // when
        int copies = load(installation).streams().standbyReplicas();

        // then
        assertThat(installation.statefulSet().getSpec().getReplicas()).isGreaterThan(copies);
    }

    @ParameterizedTest
    @FieldSource(OVERLAYS)
    void everySecretIsMountedAndMadeByTheGuide(String overlay) throws IOException, InterruptedException {
        // given
        Installation installation = Installation.of(overlay);
        String guide = Files.readString(Path.of("..", "docs", "kubernetes.md"));

        // when
        var secrets = JourneyFile.of(installation).secrets();

        // then
        assertThat(installation.container().getVolumeMounts().stream()
                        .anyMatch(mount -> JourneyFile.SECRETS.equals(mount.getMountPath() + "/")))
                .isEqualTo(!secrets.isEmpty());
        assertThat(secrets).allSatisfy(secret -> assertThat(guide).contains("--from-file=" + secret));
    }

    @ParameterizedTest
    @FieldSource(OVERLAYS)
    void theScalerCountsWhatTheProcessorReads(String overlay) throws IOException, InterruptedException {
        // given
        Installation installation = Installation.of(overlay);
        JourneyConfig config = load(installation);

        // then
        assertThat(installation.all(ScaledObject.class)).allSatisfy(scaler -> {
            ScaledObject.KafkaTrigger trigger = scaler.spec().triggers().get(0).metadata();
            WantedTopic topic = TopicCatalogue.load().stream()
                    .filter(wanted -> wanted.name().equals(trigger.topic()))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no topic of the processor: " + trigger.topic()));
            assertThat(scaler.spec().maxReplicaCount()).isLessThanOrEqualTo(topic.partitions());
            assertThat(trigger.consumerGroup()).isEqualTo(config.streams().applicationId());
            assertThat(trigger.bootstrapServers()).isEqualTo(config.kafka().requireBootstrapServers());
        });
    }

    @Test
    void everyTopicForStrimziIsOneOfTheProcessor() throws IOException {
        // given
        Needs needs = Needs.of("journey", StoreNames.ALL);
        List<String> known = Stream.concat(needs.topics().stream(), needs.changelogs().stream())
                .map(WantedTopic::name)
                .toList();

        // when
        List<Object> resources = ManifestFiles.all().stream()
                .filter(manifest -> manifest.path("apiVersion").asText().startsWith("kafka.strimzi.io"))
                .map(StrictReader::read)
                .toList();

        // then
        assertThat(resources.stream().flatMap(InstallationConfigTest::topics))
                .hasSizeGreaterThan(needs.topics().size())
                .isSubsetOf(known);
    }

    private JourneyConfig load(Installation installation) throws IOException {
        return JourneyFile.of(installation).load(installation, directory);
    }

    private static int heapGib(Installation installation) {
        String options = JourneyFile.environment(installation).getOrDefault("JOURNEY_JAVA_OPTS", "-Xmx1g");
        Matcher matcher = HEAP.matcher(options);
        assertThat(matcher.find()).as(options).isTrue();
        return Integer.parseInt(matcher.group(1));
    }

    private static long mib(Quantity quantity) {
        return quantity.getNumericalAmount()
                .divideToIntegralValue(BigDecimal.valueOf(MIB))
                .longValueExact();
    }

    private static Stream<String> topics(Object resource) {
        if (resource instanceof KafkaTopic topic) {
            return Stream.of(topic.getMetadata().getName());
        }
        KafkaUserAuthorizationSimple rules =
                (KafkaUserAuthorizationSimple) ((KafkaUser) resource).getSpec().getAuthorization();
        return rules.getAcls().stream()
                .map(rule -> rule.getResource())
                .filter(AclRuleTopicResource.class::isInstance)
                .map(AclRuleTopicResource.class::cast)
                .map(AclRuleTopicResource::getName);
    }
}
