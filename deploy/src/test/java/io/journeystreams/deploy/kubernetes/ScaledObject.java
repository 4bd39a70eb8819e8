package io.journeystreams.deploy.kubernetes;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerBehavior;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * KEDA's scaler, with the fields that it has as of KEDA 2.20 and of which we could have use, and for the one trigger that we use
 * with its parameters (https://keda.sh/docs/2.22/scalers/apache-kafka/). There is no Java class of it to read it by.
 */
record ScaledObject(String apiVersion, String kind, ObjectMeta metadata, Spec spec) {

    record Spec(
            Target scaleTargetRef,
            @Nullable Integer pollingInterval,
            @Nullable Integer cooldownPeriod,
            @Nullable Integer initialCooldownPeriod,
            @Nullable Integer minReplicaCount,
            @Nullable Integer maxReplicaCount,
            @Nullable Integer idleReplicaCount,
            @Nullable Advanced advanced,
            List<Trigger> triggers) {}

    record Target(@Nullable String apiVersion, String kind, String name) {}

    record Advanced(
            @Nullable Autoscaler horizontalPodAutoscalerConfig,
            @Nullable Boolean restoreToOriginalReplicaCount) {}

    record Autoscaler(@Nullable String name, @Nullable HorizontalPodAutoscalerBehavior behavior) {}

    record Trigger(
            String type,
            @Nullable String name,
            @Nullable String metricType,
            @Nullable Boolean useCachedMetrics,
            KafkaTrigger metadata,
            @Nullable Reference authenticationRef) {}

    record Reference(String name, @Nullable String kind) {}

    /** All are texts to KEDA, numbers too. */
    record KafkaTrigger(
            String bootstrapServers,
            String consumerGroup,
            String topic,
            @Nullable String lagThreshold,
            @Nullable String activationLagThreshold,
            @Nullable String offsetResetPolicy,
            @Nullable String allowIdleConsumers,
            @Nullable String scaleToZeroOnInvalidOffset,
            @Nullable String excludePersistentLag,
            @Nullable String limitToPartitionsWithLag,
            @Nullable String partitionLimitation,
            @Nullable String version) {}
}
