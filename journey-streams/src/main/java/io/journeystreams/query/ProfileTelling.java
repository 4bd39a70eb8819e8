package io.journeystreams.query;

import io.journeystreams.domain.engine.EnginePolicy;
import io.journeystreams.domain.explain.ProfileTeller;
import io.journeystreams.observe.HttpAnswer;

/** Makes the answers about a profile that was found. Safe for several threads. */
final class ProfileTelling {

    private final ProfileTeller teller;
    private final EnginePolicy policy;
    private final ProfileJson profiles;
    private final TimelineJson timelines;

    ProfileTelling(EnginePolicy policy) {
        this.teller = new ProfileTeller(policy);
        this.policy = policy;
        this.profiles = new ProfileJson(policy);
        this.timelines = new TimelineJson(policy);
    }

    /** @param page of the timeline */
    HttpAnswer tell(ProfileView view, ProfileLookup.Found found, TimelinePage page) {
        String body =
                switch (view) {
                    case PROFILE ->
                        profiles.of(teller.picture(found.profile(), found.clock()))
                                .toString();
                    case TIMELINE ->
                        timelines
                                .of(
                                        teller.picture(found.profile(), found.clock()),
                                        teller.explain(found.profile(), found.clock(), Integer.MAX_VALUE),
                                        page)
                                .toString();
                    case DECISIONS ->
                        DecisionsJson.text(teller.explain(found.profile(), found.clock()), policy.version());
                };
        return new HttpAnswer(200, "application/json", body);
    }
}
