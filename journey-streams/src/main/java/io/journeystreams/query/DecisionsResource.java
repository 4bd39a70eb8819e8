package io.journeystreams.query;

import io.journeystreams.domain.engine.EnginePolicy;
import io.journeystreams.domain.event.ProfileKey;
import io.journeystreams.domain.explain.ProfileTeller;
import io.journeystreams.observe.HttpAnswer;
import io.journeystreams.observe.HttpResource;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code GET /profiles/{profile}/decisions}: why a profile got an alert, and why not (rule O5). Only for those who know the
 * token, and about one profile that they name: there is no list of profiles. No profile key is ever logged (rule O6).
 */
public final class DecisionsResource implements HttpResource {

    private static final Logger LOG = LoggerFactory.getLogger(DecisionsResource.class);
    private static final String PREFIX = "/profiles/";
    private static final String SUFFIX = "/decisions";

    /** Answered at once; telling a long history again takes a while. */
    private static final int AT_ONCE = 2;

    private final Optional<AccessToken> token;
    private final Function<ProfileKey, ProfileLookup> profiles;
    private final ProfileTeller teller;
    private final String policyVersion;
    private final Supplier<Optional<String>> notReady;
    private final Semaphore places = new Semaphore(AT_ONCE);

    /**
     * @param token without one nobody is answered
     * @param notReady why the processor does not do its work now
     */
    public DecisionsResource(
            Optional<AccessToken> token,
            Function<ProfileKey, ProfileLookup> profiles,
            EnginePolicy policy,
            Supplier<Optional<String>> notReady) {
        this.token = token;
        this.profiles = profiles;
        this.teller = new ProfileTeller(policy);
        this.policyVersion = policy.version();
        this.notReady = notReady;
    }

    @Override
    public String prefix() {
        return PREFIX;
    }

    @Override
    public HttpAnswer get(String rawPath, Optional<String> authorization) {
        if (token.isEmpty()) {
            return Refusal.NOT_SERVED.answer();
        }
        if (authorization.isEmpty()) {
            return Refusal.NO_TOKEN.answer(Map.of("WWW-Authenticate", "Bearer"));
        }
        if (!token.get().isIn(authorization.get())) {
            return Refusal.WRONG_TOKEN.answer();
        }
        if (!rawPath.endsWith(SUFFIX) || rawPath.length() <= PREFIX.length() + SUFFIX.length()) {
            return Refusal.NO_SUCH_PATH.answer();
        }
        String name = decoded(rawPath.substring(PREFIX.length(), rawPath.length() - SUFFIX.length()));
        return ProfileKey.isValid(name) ? inTurn(new ProfileKey(name)) : Refusal.NO_PROFILE_KEY.answer();
    }

    private HttpAnswer inTurn(ProfileKey profile) {
        if (!places.tryAcquire()) {
            return Refusal.BUSY.answer(Map.of("Retry-After", "1"));
        }
        try {
            return tell(profile);
        } catch (RuntimeException e) {
            LOG.atError()
                    .addKeyValue("failure", e.getClass().getName())
                    .log("decisions about a profile could not be told");
            return Refusal.FAILED.answer();
        } finally {
            places.release();
        }
    }

    private HttpAnswer tell(ProfileKey profile) {
        ProfileLookup lookup = profiles.apply(profile);
        if (lookup instanceof ProfileLookup.Found found) {
            String body = DecisionsJson.text(teller.explain(found.profile(), found.clock()), policyVersion);
            return new HttpAnswer(200, "application/json", body);
        }
        if (lookup instanceof ProfileLookup.Elsewhere elsewhere) {
            return Refusal.ELSEWHERE.answer(
                    "partition " + elsewhere.partition() + ", "
                            + elsewhere
                                    .host()
                                    .orElse("an instance that is not known by name: set application.server"
                                            + " in kafka.properties of each, or ask one after the other"),
                    Map.of());
        }
        return lookup instanceof ProfileLookup.Unknown
                ? Refusal.UNKNOWN_PROFILE.answer()
                : Refusal.NOT_READY.answer(
                        notReady.get().orElse("partitions are being assigned"), Map.of("Retry-After", "5"));
    }

    /** Broken escapes name no profile. */
    private static String decoded(String raw) {
        try {
            return URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
