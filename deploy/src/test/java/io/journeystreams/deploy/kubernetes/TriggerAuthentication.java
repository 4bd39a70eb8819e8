package io.journeystreams.deploy.kubernetes;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.List;

/** What KEDA tells brokers of itself, from a secret; its other sources are not for us. */
record TriggerAuthentication(String apiVersion, String kind, ObjectMeta metadata, Spec spec) {

    record Spec(List<FromSecret> secretTargetRef) {}

    /** @param name of the secret */
    record FromSecret(String parameter, String name, String key) {}
}
