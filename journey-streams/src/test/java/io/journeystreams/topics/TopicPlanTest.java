package io.journeystreams.topics;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystreams.topics.Finding.Kind;
import io.journeystreams.topics.Observed.Present;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AclOperation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TopicPlanTest {

    private static final WantedTopic INPUT = topic("clickstream.events");
    private static final WantedTopic JOURNAL = topic("journey.journal");
    private static final WantedTopic OUTPUT = topic("journey.sessions");
    private static final WantedTopic PROFILES = topic("journey.profiles");
    private static final WantedTopic CHANGELOG =
            Needs.of("journey", List.of("profiles")).changelogs().get(0);

    @Test
    void changelogsThatAreYetToBeCreatedAreNoFindings() {
        assertThat(TopicPlan.findings(
                        CHANGELOG, new Observed.Absent(CHANGELOG.role().rights())))
                .isEmpty();
    }

    @Test
    void whatWasCreatedAsWantedHasNoFindings() {
        for (WantedTopic wanted : TopicCatalogue.load()) {
            assertThat(TopicPlan.findings(wanted, asCreated(wanted))).isEmpty();
        }
    }

    static Stream<Arguments> findings() {
        return Stream.of(
                with(INPUT, "cleanup.policy", "compact", Kind.CLEANUP_POLICY),
                with(PROFILES, "cleanup.policy", "delete", Kind.CLEANUP_POLICY),
                with(JOURNAL, "cleanup.policy", "compact,delete", Kind.CLEANUP_POLICY),
                with(INPUT, "retention.ms", "86399999", Kind.RETENTION),
                with(JOURNAL, "retention.ms", "259199999", Kind.RETENTION),
                with(JOURNAL, "max.message.bytes", "1048587", Kind.MESSAGE_SIZE),
                with(OUTPUT, "max.message.bytes", "1000", Kind.MESSAGE_SIZE),
                with(PROFILES, "max.compaction.lag.ms", "9223372036854775807", Kind.COMPACTION),
                with(JOURNAL, "message.timestamp.type", "CreateTime", Kind.TIMESTAMPS),
                Arguments.of("partitions", JOURNAL, withPartitions(JOURNAL, 3), Kind.PARTITIONS),
                with(CHANGELOG, "cleanup.policy", "delete", Kind.CLEANUP_POLICY),
                with(CHANGELOG, "segment.ms", "604800000", Kind.COMPACTION),
                Arguments.of("state", CHANGELOG, withPartitions(CHANGELOG, 3), Kind.CHANGELOG_PARTITIONS),
                Arguments.of("input read", INPUT, without(INPUT, AclOperation.READ), Kind.NOT_AUTHORIZED),
                Arguments.of("journal write", JOURNAL, without(JOURNAL, AclOperation.WRITE), Kind.NOT_AUTHORIZED),
                Arguments.of("output write", OUTPUT, without(OUTPUT, AclOperation.WRITE), Kind.NOT_AUTHORIZED),
                Arguments.of("settings", OUTPUT, without(OUTPUT, AclOperation.DESCRIBE_CONFIGS), Kind.NOT_AUTHORIZED),
                Arguments.of("forbidden", INPUT, forbidden(AclOperation.DESCRIBE_CONFIGS), Kind.NOT_AUTHORIZED),
                Arguments.of("create", CHANGELOG, absent(CHANGELOG, AclOperation.CREATE), Kind.NOT_AUTHORIZED),
                Arguments.of("absent", INPUT, new Observed.Absent(INPUT.role().rights()), Kind.MISSING));
    }

    @ParameterizedTest(name = "{0}: {3}")
    @MethodSource("findings")
    void aDifferenceIsFoundAndNothingElse(String name, WantedTopic wanted, Observed observed, Kind kind) {
        assertThat(TopicPlan.findings(wanted, observed))
                .extracting(Finding::kind)
                .containsExactly(kind);
    }

    static Stream<Arguments> harmless() {
        return Stream.of(
                with(INPUT, "retention.ms", "86400000", null),
                with(INPUT, "retention.ms", "-1", null),
                with(INPUT, "message.timestamp.type", "LogAppendTime", null),
                with(INPUT, "max.message.bytes", "1000", null),
                with(OUTPUT, "retention.ms", "1", null),
                with(PROFILES, "max.compaction.lag.ms", "1000", null));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("harmless")
    void whatDoesNoHarmIsNotMentioned(String name, WantedTopic wanted, Observed observed) {
        assertThat(TopicPlan.findings(wanted, observed)).isEmpty();
    }

    @Test
    void aFindingSaysWhatWhereWhyAndWhatToDo() {
        // when
        List<Finding> findings = TopicPlan.findings(INPUT, withSetting(INPUT, "retention.ms", "3600000"));

        // then
        assertThat(findings)
                .extracting(Finding::toString)
                .containsExactly("clickstream.events: retention.ms is 3600000, expected at least 86400000 (1d), because"
                        + " what is deleted before it is read is lost; change it with kafka-configs.sh --alter");
    }

    private static Arguments with(WantedTopic wanted, String setting, String value, @Nullable Kind kind) {
        String name = wanted.name() + " " + setting + "=" + value;
        return kind == null
                ? Arguments.of(name, wanted, withSetting(wanted, setting, value))
                : Arguments.of(name, wanted, withSetting(wanted, setting, value), kind);
    }

    private static Present withSetting(WantedTopic wanted, String name, String value) {
        Map<String, String> config = new HashMap<>(wanted.config());
        config.put(name, value);
        return new Present(wanted.partitions(), config, wanted.role().rights());
    }

    private static Present withPartitions(WantedTopic wanted, int partitions) {
        return new Present(partitions, wanted.config(), wanted.role().rights());
    }

    private static Present without(WantedTopic wanted, AclOperation right) {
        return new Present(wanted.partitions(), wanted.config(), rightsBut(wanted, right));
    }

    private static Observed forbidden(AclOperation... rights) {
        return new Observed.Forbidden(Set.of(rights));
    }

    private static Observed absent(WantedTopic wanted, AclOperation right) {
        return new Observed.Absent(rightsBut(wanted, right));
    }

    private static Set<AclOperation> rightsBut(WantedTopic wanted, AclOperation right) {
        return wanted.role().rights().stream().filter(other -> other != right).collect(Collectors.toSet());
    }

    private static Present asCreated(WantedTopic wanted) {
        return new Present(wanted.partitions(), wanted.config(), wanted.role().rights());
    }

    private static WantedTopic topic(String name) {
        return TopicCatalogue.load().stream()
                .filter(topic -> topic.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
