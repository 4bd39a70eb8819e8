package io.journeystreams.query;

import io.journeystreams.domain.engine.EnginePolicy;
import io.journeystreams.domain.event.ProfileKey;
import io.journeystreams.observe.HttpAnswer;
import io.journeystreams.observe.HttpQuestion;
import io.journeystreams.observe.HttpResource;
import io.journeystreams.observe.PathTemplate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Questions about profiles ({@link ProfileView}; rule O5). Only for those who know the token, and about one profile that they name: there
 * is no list of profiles. What another instance keeps is asked of that one. No profile key is ever logged (rule O6).
 */
public final class ProfilesResource implements HttpResource {

    private static final Logger LOG = LoggerFactory.getLogger(ProfilesResource.class);
    private static final String PREFIX = "/profiles/";

    /** Answered at once; telling a long history again takes a while. */
    private static final int AT_ONCE = 2;

    private final Gate gate;
    private final Function<ProfileKey, ProfileLookup> profiles;
    private final ProfileTelling telling;
    private final Peers peers;
    private final Supplier<Optional<String>> notReady;
    private final Semaphore places = new Semaphore(AT_ONCE);

    /**
     * @param gate lets in who may ask
     * @param notReady why the processor does not do its work now
     */
    public ProfilesResource(
            Gate gate,
            Function<ProfileKey, ProfileLookup> profiles,
            EnginePolicy policy,
            Peers peers,
            Supplier<Optional<String>> notReady) {
        this.gate = gate;
        this.profiles = profiles;
        this.telling = new ProfileTelling(policy);
        this.peers = peers;
        this.notReady = notReady;
    }

    @Override
    public String prefix() {
        return PREFIX;
    }

    @Override
    public List<PathTemplate> paths() {
        return Arrays.stream(ProfileView.values()).map(ProfileView::path).toList();
    }

    @Override
    public HttpAnswer get(HttpQuestion question) {
        return gate.refusal(question).orElseGet(() -> admitted(question));
    }

    private HttpAnswer admitted(HttpQuestion question) {
        for (ProfileView view : ProfileView.values()) {
            Optional<Map<String, String>> places = view.path().match(question.path());
            if (places.isPresent()) {
                return get(view, places.get().getOrDefault("profile", ""), question);
            }
        }
        return Refusal.NO_SUCH_PATH.answer();
    }

    private HttpAnswer get(ProfileView view, String profile, HttpQuestion question) {
        Optional<TimelinePage> page =
                TimelinePage.of(view == ProfileView.TIMELINE ? question.query() : Optional.empty());
        if (!ProfileKey.isValid(profile)) {
            return Refusal.NO_PROFILE_KEY.answer();
        }
        if (page.isEmpty()) {
            return Refusal.NO_PAGE.answer();
        }
        Local local = inTurn(view, new ProfileKey(profile), page.get());
        return local.peer().isPresent() && !question.isForwarded()
                ? peers.ask(
                        local.peer().get(),
                        view.pathOf(new ProfileKey(profile)) + page.get().query(),
                        question.authorization().orElse(""))
                : local.answer();
    }

    /**
     * What this instance can say itself.
     *
     * @param peer who can say more
     */
    private record Local(HttpAnswer answer, Optional<String> peer) {

        private Local(HttpAnswer answer) {
            this(answer, Optional.empty());
        }
    }

    private Local inTurn(ProfileView view, ProfileKey profile, TimelinePage page) {
        if (!places.tryAcquire()) {
            return new Local(Refusal.BUSY.answer(Map.of("Retry-After", "1")));
        }
        try {
            return answer(view, profile, page);
        } catch (RuntimeException e) {
            LOG.atError()
                    .addKeyValue("failure", e.getClass().getName())
                    .log("a question about a profile could not be answered");
            return new Local(Refusal.FAILED.answer());
        } finally {
            places.release();
        }
    }

    private Local answer(ProfileView view, ProfileKey profile, TimelinePage page) {
        ProfileLookup lookup = profiles.apply(profile);
        if (lookup instanceof ProfileLookup.Found found) {
            return new Local(telling.tell(view, found, page));
        }
        if (lookup instanceof ProfileLookup.Elsewhere elsewhere) {
            return new Local(elsewhere(elsewhere), elsewhere.host());
        }
        HttpAnswer refusal = lookup instanceof ProfileLookup.Unknown
                ? Refusal.UNKNOWN_PROFILE.answer()
                : Refusal.NOT_READY.answer(
                        notReady.get().orElse("partitions are being assigned"), Map.of("Retry-After", "5"));
        return new Local(refusal);
    }

    private static HttpAnswer elsewhere(ProfileLookup.Elsewhere elsewhere) {
        String owner = elsewhere
                .host()
                .orElse("an instance that is not known by name: set application.server in kafka.properties of each, or"
                        + " ask one after the other");
        return Refusal.ELSEWHERE.answer("partition " + elsewhere.partition() + ", " + owner, Map.of());
    }
}
