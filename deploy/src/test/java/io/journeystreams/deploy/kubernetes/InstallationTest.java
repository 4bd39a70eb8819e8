package io.journeystreams.deploy.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HTTPGetAction;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.apps.StatefulSetSpec;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.openshift.api.model.monitoring.v1.Endpoint;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import io.journeystreams.runtime.JourneyRuntime;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The parts of an installation fit each other, and the processor. */
class InstallationTest {

    private static final String OVERLAYS = "io.journeystreams.deploy.kubernetes.Installation#OVERLAYS";

    @ParameterizedTest
    @FieldSource(OVERLAYS)
    void whatSelectsPodsSelectsTheProcessor(String overlay) throws IOException, InterruptedException {
        // given
        Installation installation = Installation.of(overlay);

        // when
        Stream<Map<String, String>> selectors = Stream.of(
                        Stream.of(installation.statefulSet().getSpec().getSelector()),
                        installation.all(PodDisruptionBudget.class).map(budget -> budget.getSpec()
                                .getSelector()),
                        installation.all(NetworkPolicy.class).map(policy -> policy.getSpec()
                                .getPodSelector()),
                        installation.pod().getTopologySpreadConstraints().stream()
                                .map(constraint -> constraint.getLabelSelector()))
                .flatMap(each -> each)
                .map(LabelSelector::getMatchLabels);

        // then
        Map<String, String> labels = installation.podLabels();
        assertThat(selectors).hasSizeGreaterThanOrEqualTo(4).allSatisfy(selector -> assertThat(labels)
                .containsAllEntriesOf(selector));
        assertThat(installation.all(Service.class)).hasSize(2).allSatisfy(service -> assertThat(labels)
                .containsAllEntriesOf(service.getSpec().getSelector()));
    }

    @ParameterizedTest
    @FieldSource(OVERLAYS)
    void podsHaveNamesOfTheirOwn(String overlay) throws IOException, InterruptedException {
        Installation installation = Installation.of(overlay);
        assertThat(installation.all(Service.class))
                .filteredOn(service -> service.getMetadata()
                        .getName()
                        .equals(installation.statefulSet().getSpec().getServiceName()))
                .singleElement()
                .satisfies(service -> {
                    assertThat(service.getSpec().getClusterIP()).isEqualTo("None");
                    assertThat(service.getSpec().getPublishNotReadyAddresses()).isTrue();
                });
    }

    @ParameterizedTest
    @FieldSource(OVERLAYS)
    void everyPortIsNamedByTheContainer(String overlay) throws IOException, InterruptedException {
        // given
        Installation installation = Installation.of(overlay);
        Container container = installation.container();

        // when
        Stream<String> wanted = Stream.concat(
                installation
                        .all(Service.class)
                        .flatMap(service -> service.getSpec().getPorts().stream())
                        .map(ServicePort::getTargetPort)
                        .map(port -> port.getStrVal()),
                probes(container).map(probe -> probe.getHttpGet().getPort().getStrVal()));

        // then
        assertThat(wanted).hasSize(5).containsOnly(container.getPorts().get(0).getName());
    }

    @ParameterizedTest
    @FieldSource(OVERLAYS)
    void everyMountHasItsVolumeAndEveryVolumeItsSource(String overlay) throws IOException, InterruptedException {
        // given
        Installation installation = Installation.of(overlay);
        PodSpec pod = installation.pod();
        StatefulSetSpec set = installation.statefulSet().getSpec();

        // when
        List<String> volumes = Stream.concat(
                        pod.getVolumes().stream().map(Volume::getName),
                        set.getVolumeClaimTemplates().stream()
                                .map(claim -> claim.getMetadata().getName()))
                .toList();

        // then
        assertThat(installation.container().getVolumeMounts())
                .extracting(VolumeMount::getName)
                .containsExactlyInAnyOrderElementsOf(volumes);
        assertThat(pod.getVolumes().stream().map(Volume::getConfigMap).filter(Objects::nonNull))
                .extracting(map -> map.getName())
                .containsExactlyElementsOf(installation
                        .all(ConfigMap.class)
                        .map(map -> map.getMetadata().getName())
                        .toList());
        assertThat(installation.container().getArgs())
                .containsExactly("run", "--config", mountOf(installation, "config") + "/journey.yaml");
    }

    @ParameterizedTest
    @FieldSource(OVERLAYS)
    void restoringIsNoReasonToBeKilled(String overlay) throws IOException, InterruptedException {
        Container container = Installation.of(overlay).container();
        assertThat(path(container.getStartupProbe())).isEqualTo("/live");
        assertThat(path(container.getLivenessProbe())).isEqualTo("/live");
        assertThat(path(container.getReadinessProbe())).isEqualTo("/ready");
    }

    @ParameterizedTest
    @FieldSource(OVERLAYS)
    void itHasTheTimeToStop(String overlay) throws IOException, InterruptedException {
        assertThat(Installation.of(overlay).pod().getTerminationGracePeriodSeconds())
                .isGreaterThan(2 * JourneyRuntime.CLOSE_WITHIN.toSeconds());
    }

    /** As the profile "restricted" of the Pod Security Standards asks, and a root file system that is only read. */
    @ParameterizedTest
    @FieldSource(OVERLAYS)
    void theContainerMayDoNothingButItsWork(String overlay) throws IOException, InterruptedException {
        Installation installation = Installation.of(overlay);
        PodSecurityContext pod = installation.pod().getSecurityContext();
        assertThat(pod.getRunAsNonRoot()).isTrue();
        assertThat(pod.getRunAsUser()).isPositive();
        assertThat(pod.getFsGroup()).isPositive();
        assertThat(pod.getSeccompProfile().getType()).isEqualTo("RuntimeDefault");

        SecurityContext container = installation.container().getSecurityContext();
        assertThat(container.getReadOnlyRootFilesystem()).isTrue();
        assertThat(container.getAllowPrivilegeEscalation()).isFalse();
        assertThat(container.getCapabilities().getDrop()).containsExactly("ALL");
        assertThat(container.getCapabilities().getAdd()).isEmpty();
        assertThat(mountOf(installation, "tmp")).isEqualTo("/tmp");
    }

    @ParameterizedTest
    @FieldSource(OVERLAYS)
    void itHasNoTokenOfKubernetes(String overlay) throws IOException, InterruptedException {
        Installation installation = Installation.of(overlay);
        assertThat(installation.pod().getAutomountServiceAccountToken()).isFalse();
        assertThat(installation.all(ServiceAccount.class)).singleElement().satisfies(account -> {
            assertThat(account.getMetadata().getName())
                    .isEqualTo(installation.pod().getServiceAccountName());
            assertThat(account.getAutomountServiceAccountToken()).isFalse();
        });
    }

    @ParameterizedTest
    @FieldSource(OVERLAYS)
    void whatOperatorsAreToldOfIsThere(String overlay) throws IOException, InterruptedException {
        Installation installation = Installation.of(overlay);
        List<String> credentials = installation
                .all(TriggerAuthentication.class)
                .map(each -> each.metadata().getName())
                .toList();
        assertThat(installation.all(ServiceMonitor.class))
                .allSatisfy(monitor -> watchesOneService(installation, monitor));
        assertThat(installation.all(ScaledObject.class)).allSatisfy(scaler -> {
            assertThat(scaler.spec().scaleTargetRef())
                    .isEqualTo(new ScaledObject.Target(
                            "apps/v1",
                            "StatefulSet",
                            installation.statefulSet().getMetadata().getName()));
            assertThat(scaler.spec().triggers())
                    .extracting(ScaledObject.Trigger::authenticationRef)
                    .allSatisfy(reference -> assertThat(credentials)
                            .contains(Objects.requireNonNull(reference).name()));
        });
    }

    private static void watchesOneService(Installation installation, ServiceMonitor monitor) {
        Map<String, String> wanted = monitor.getSpec().getSelector().getMatchLabels();
        Service service = installation
                .all(Service.class)
                .filter(each -> each.getMetadata().getLabels().entrySet().containsAll(wanted.entrySet()))
                .reduce((one, other) -> {
                    throw new AssertionError("each pod would be scraped twice");
                })
                .orElseThrow();
        assertThat(service.getSpec().getPorts())
                .extracting(ServicePort::getName)
                .containsAll(monitor.getSpec().getEndpoints().stream()
                        .map(Endpoint::getPort)
                        .toList());
    }

    private static String mountOf(Installation installation, String volume) {
        return installation.container().getVolumeMounts().stream()
                .filter(mount -> mount.getName().equals(volume))
                .map(VolumeMount::getMountPath)
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Probe> probes(Container container) {
        return Stream.of(container.getStartupProbe(), container.getLivenessProbe(), container.getReadinessProbe());
    }

    private static String path(Probe probe) {
        HTTPGetAction action = probe.getHttpGet();
        return action.getPath();
    }
}
