package io.journeystreams.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.journeystreams.domain.engine.EnginePolicy;
import io.journeystreams.domain.event.ProfileKey;
import io.journeystreams.domain.profile.ProfileState;
import io.journeystreams.domain.time.JournalClock;
import io.journeystreams.observe.HttpAnswer;
import io.journeystreams.observe.HttpQuestion;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class ProfilesResourceTest {

    private static final String SECRET = "0123456789abcdef";
    private static final String BEARER = "Bearer " + SECRET;
    private static final String PATH = "/profiles/c:c1/decisions";
    private static final ProfileLookup FOUND =
            new ProfileLookup.Found(ProfileState.empty(ProfileKey.ofCustomer("c1")), JournalClock.STOPPED);

    @Test
    void whoeverKnowsTheTokenIsAnswered() throws Exception {
        // when
        HttpAnswer answer = resource(profile -> FOUND).get(HttpQuestion.of(PATH, Optional.of(BEARER)));

        // then
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.contentType()).isEqualTo("application/json");
        assertThat(json(answer).path("profile").asText()).isEqualTo("c:c1");
    }

    @Test
    void withoutATokenThatIsConfiguredNobodyIsAnswered() throws Exception {
        // given
        ProfilesResource closed = new ProfilesResource(
                new Gate(Optional.empty()), profile -> FOUND, EnginePolicy.defaults(), new Peers(), Optional::empty);

        // then
        assertThat(said(closed.get(HttpQuestion.of(PATH, Optional.of("Bearer ")))))
                .isEqualTo("404 NOT_SERVED");
        assertThat(said(closed.get(HttpQuestion.of(PATH, Optional.empty())))).isEqualTo("404 NOT_SERVED");
    }

    @Test
    void whoSaysNoTokenIsAskedForOne() throws Exception {
        // when
        HttpAnswer answer = resource(profile -> FOUND).get(HttpQuestion.of(PATH, Optional.empty()));

        // then
        assertThat(said(answer)).isEqualTo("401 NO_TOKEN");
        assertThat(answer.headers()).containsEntry("WWW-Authenticate", "Bearer");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer",
                "Bearer ",
                "Bearer 0123456789abcde",
                "Bearer 0123456789abcdef0",
                "Basic 0123456789abcdef"
            })
    void aTokenThatIsNotOursIsRefused(String authorization) throws Exception {
        assertThat(said(resource(profile -> FOUND).get(HttpQuestion.of(PATH, Optional.of(authorization)))))
                .isEqualTo("403 WRONG_TOKEN");
    }

    /** Who does not know the token learns nothing about profiles. */
    @Test
    void withoutTheTokenNobodyIsLookedUp() throws Exception {
        // given
        ProfilesResource resource = resource(profile -> {
            throw new AssertionError("looked up");
        });

        // then
        assertThat(said(resource.get(HttpQuestion.of("/profiles/c:other/decisions", Optional.of("Bearer x")))))
                .isEqualTo("403 WRONG_TOKEN");
        assertThat(said(resource.get(HttpQuestion.of("/profiles/", Optional.empty()))))
                .isEqualTo("401 NO_TOKEN");
    }

    static Stream<Arguments> lookups() {
        return Stream.of(
                Arguments.of(new ProfileLookup.Unknown(), "404 UNKNOWN_PROFILE"),
                Arguments.of(new ProfileLookup.NotReady(), "503 NOT_READY"),
                Arguments.of(new ProfileLookup.Elsewhere(3, Optional.empty()), "421 ELSEWHERE"));
    }

    @ParameterizedTest
    @MethodSource("lookups")
    void whatCannotBeToldIsSaidWithAStatusOfItsOwn(ProfileLookup lookup, String expected) throws Exception {
        assertThat(said(resource(profile -> lookup).get(HttpQuestion.of(PATH, Optional.of(BEARER)))))
                .isEqualTo(expected);
    }

    @Test
    void whatWasPassedOnOnceGoesNoFurtherAndItSaysWhoKeepsTheProfile() throws Exception {
        // when
        HttpAnswer elsewhere = resource(profile -> new ProfileLookup.Elsewhere(3, Optional.of("host-2:7070")))
                .get(new HttpQuestion(PATH, Optional.empty(), Optional.of(BEARER), true));
        HttpAnswer notReady =
                resource(profile -> new ProfileLookup.NotReady()).get(HttpQuestion.of(PATH, Optional.of(BEARER)));

        // then
        assertThat(elsewhere.body()).contains("partition 3, host-2:7070");
        assertThat(notReady.body()).contains("restoring state: 40 %");
        assertThat(notReady.headers()).containsKey("Retry-After");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/profiles/", "/profiles//decisions", "/profiles/c:c1/", "/profiles/c:c1/decisions/x"})
    void thereIsNoListAndNoOtherPath(String path) throws Exception {
        assertThat(said(resource(profile -> FOUND).get(HttpQuestion.of(path, Optional.of(BEARER)))))
                .isEqualTo("404 NO_SUCH_PATH");
    }

    @ParameterizedTest
    @ValueSource(strings = {"c1", "c:", "x:1", "%", "%zz"})
    void whatIsNoProfileKeyIsSaid(String name) throws Exception {
        assertThat(said(resource(profile -> FOUND)
                        .get(HttpQuestion.of("/profiles/" + name + "/decisions", Optional.of(BEARER)))))
                .isEqualTo("400 NO_PROFILE_KEY");
    }

    @Test
    void keysMayHoldWhateverTheyLikeIfEscaped() {
        // given
        StringBuilder asked = new StringBuilder();
        ProfilesResource resource = resource(profile -> {
            asked.append(profile.value());
            return FOUND;
        });

        // when
        resource.get(HttpQuestion.of("/profiles/c%3Aa%2Fb%20c+d%25/decisions", Optional.of(BEARER)));

        // then
        assertThat(asked).hasToString("c:a/b c+d%");
    }

    @Test
    void aProfileThatCannotBeToldIsNoReasonToGiveUp() throws Exception {
        // given
        ProfilesResource resource = resource(profile -> {
            throw new IllegalStateException("broken");
        });

        // then
        for (int i = 0; i < 3; i++) {
            assertThat(said(resource.get(HttpQuestion.of(PATH, Optional.of(BEARER)))))
                    .isEqualTo("500 FAILED");
        }
    }

    @Test
    void onlySomeAreAnsweredAtOnceSoThatHealthIsAlwaysAnswered() throws Exception {
        // given
        CountDownLatch asking = new CountDownLatch(2);
        CountDownLatch answered = new CountDownLatch(1);
        ProfilesResource resource = resource(profile -> {
            asking.countDown();
            await(answered);
            return FOUND;
        });
        ExecutorService others = Executors.newFixedThreadPool(2);
        others.execute(() -> resource.get(HttpQuestion.of(PATH, Optional.of(BEARER))));
        others.execute(() -> resource.get(HttpQuestion.of(PATH, Optional.of(BEARER))));
        await(asking);

        // when
        HttpAnswer third = resource.get(HttpQuestion.of(PATH, Optional.of(BEARER)));
        answered.countDown();
        others.shutdown();

        // then
        assertThat(said(third)).isEqualTo("503 BUSY");
        assertThat(others.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        assertThat(said(resource.get(HttpQuestion.of(PATH, Optional.of(BEARER)))))
                .startsWith("200");
    }

    private static ProfilesResource resource(Function<ProfileKey, ProfileLookup> profiles) {
        return new ProfilesResource(
                new Gate(Optional.of(new AccessToken(SECRET))),
                profiles,
                EnginePolicy.defaults(),
                new Peers(),
                () -> Optional.of("restoring state: 40 %"));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String said(HttpAnswer answer) throws Exception {
        return answer.status() + " " + json(answer).path("error").asText();
    }

    private static JsonNode json(HttpAnswer answer) throws Exception {
        return new ObjectMapper().readTree(answer.body());
    }
}
