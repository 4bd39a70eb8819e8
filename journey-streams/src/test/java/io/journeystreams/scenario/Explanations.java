package io.journeystreams.scenario;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.journeystreams.domain.engine.EnginePolicy;
import io.journeystreams.domain.event.ProfileKey;
import io.journeystreams.domain.explain.ProfileTeller;
import io.journeystreams.domain.profile.ProfileState;
import io.journeystreams.domain.time.JournalClock;
import io.journeystreams.query.DecisionsJson;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** What is answered to "why" about the profiles that a scenario names under {@code explains}. */
record Explanations(Scenario scenario, EnginePolicy policy) {

    Map<String, ObjectNode> of(
            Function<ProfileKey, Optional<ProfileState>> profiles, Function<ProfileKey, JournalClock> clocks) {
        Map<String, ObjectNode> told = new TreeMap<>();
        ProfileTeller teller = new ProfileTeller(policy);
        scenario.then().path("explains").properties().forEach(asked -> {
            ProfileKey key = new ProfileKey(asked.getKey());
            ProfileState state = profiles.apply(key).orElseGet(() -> ProfileState.empty(key));
            told.put(key.value(), DecisionsJson.of(teller.explain(state, clocks.apply(key)), policy.version()));
        });
        return told;
    }
}
