package io.journeystreams.query;

import io.journeystreams.domain.event.ProfileKey;
import io.journeystreams.observe.PathTemplate;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** What can be asked about a profile. */
enum ProfileView {
    /** Where it stands. */
    PROFILE("/profiles/{profile}"),
    /** What happened, and what was told of it. */
    TIMELINE("/profiles/{profile}/timeline"),
    /** Why it got an alert, and why not. */
    DECISIONS("/profiles/{profile}/decisions");

    private final String path;

    ProfileView(String path) {
        this.path = path;
    }

    PathTemplate path() {
        return new PathTemplate(path);
    }

    /** Where this is asked about one profile. */
    String pathOf(ProfileKey profile) {
        String name = URLEncoder.encode(profile.value(), StandardCharsets.UTF_8).replace("+", "%20");
        return path.replace("{profile}", name);
    }
}
