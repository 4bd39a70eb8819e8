package io.journeystreams.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystreams.domain.engine.Decision;
import io.journeystreams.domain.engine.EnginePolicy;
import io.journeystreams.domain.event.ProfileKey;
import io.journeystreams.domain.explain.ProfileTeller;
import io.journeystreams.domain.person.Contact;
import io.journeystreams.domain.person.Person;
import io.journeystreams.domain.profile.ProfileState;
import io.journeystreams.domain.time.JournalClock;
import io.journeystreams.observe.Health;
import io.journeystreams.observe.JourneyMeters;
import io.journeystreams.observe.ObservationServer;
import io.journeystreams.observe.PathTemplate;
import io.journeystreams.observe.RestoreProgress;
import io.journeystreams.observe.StatusReport;
import io.journeystreams.scenario.EngineRunner;
import io.journeystreams.scenario.Scenario;
import io.journeystreams.scenario.Timeline;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.streams.KafkaStreams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a running server answers is what its OpenAPI document says, in every case that the scenarios know. */
@Timeout(60)
class OpenApiAgreesTest {

    private static final String SECRET = "0123456789abcdef";

    private final HttpClient client = HttpClient.newHttpClient();

    static Stream<Scenario> scenarios() {
        return Scenario.all().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scenarios")
    void answersAboutProfilesAreAsDescribedAndTellNoAddress(Scenario scenario) throws Exception {
        // given
        EngineRunner runner = new EngineRunner(scenario, Timeline.FIXED);
        runner.run();

        try (ObservationServer server = serve(runner::lookUp, runner.policy())) {
            OpenApi document = OpenApi.of(get(server, "/openapi.json").body());
            for (ProfileKey profile : runner.profiles()) {
                for (ProfileView view : ProfileView.values()) {
                    // when
                    HttpResponse<String> answer = get(server, view.pathOf(profile));

                    // then
                    assertThat(answer.statusCode()).isEqualTo(200);
                    document.assertDescribes(view.path().text(), answer);
                    assertThat(addressesOf((ProfileLookup.Found) runner.lookUp(profile), runner.policy()))
                            .noneMatch(address -> answer.body().contains(address));
                }
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scenarios")
    void mapAndAlertsAreAsDescribedAndNameNobody(Scenario scenario) throws Exception {
        // given
        EngineRunner runner = new EngineRunner(scenario, Timeline.FIXED);
        runner.run();
        MapInMemory map = new MapInMemory(0, Set.of());
        AlertFeed feed = new AlertFeed();
        for (Decision decision : runner.decisions()) {
            map.count(decision.state().key(), decision.map());
            decision.outputs().alerts().forEach(feed::add);
        }

        try (ObservationServer server = serve(runner::lookUp, runner.policy(), map, feed)) {
            OpenApi document = OpenApi.of(get(server, "/openapi.json").body());
            for (String asked : List.of("/map", "/map?from=1970-01-01T00:00:00Z", "/map?channel=none", "/alerts")) {
                // when
                HttpResponse<String> answer = get(server, asked);

                // then
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
                document.assertDescribes(asked.replaceAll("\\?.*", ""), answer);
                assertThat(runner.profiles())
                        .extracting(profile -> '"' + profile.value())
                        .noneMatch(answer.body()::contains);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/map?grain=day, 400 NO_PERIOD",
        "/map?from=2026-03-01T10:00:00Z&to=2026-03-01T09:00:00Z, 400 NO_PERIOD",
        "/alerts?limit=0, 400 NO_FEED"
    })
    void refusalsOfTheMapAreAsDescribed(String asked, String expected) throws Exception {
        try (ObservationServer server = serve(OpenApiAgreesTest::lookUp, EnginePolicy.defaults())) {
            // when
            HttpResponse<String> answer = get(server, asked);

            // then
            OpenApi.of(get(server, "/openapi.json").body()).assertDescribes(asked.replaceAll("\\?.*", ""), answer);
            assertThat(answer.statusCode() + answer.body())
                    .startsWith(expected.substring(0, 3))
                    .contains(expected.substring(4));
        }
    }

    @Test
    void thePathsServedAreThePathsDescribed() throws Exception {
        try (ObservationServer server = serve(profile -> new ProfileLookup.Unknown(), EnginePolicy.defaults())) {
            // when
            OpenApi document = OpenApi.of(get(server, "/openapi.json").body());

            // then
            assertThat(document.paths())
                    .isEqualTo(server.paths().stream()
                            .map(PathTemplate::text)
                            .collect(Collectors.toCollection(TreeSet::new)));
            assertThat(document.openObjects()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"/, 200", "/live, 200", "/ready, 200", "/metrics, 200", "/status, 200", "/openapi.json, 200"})
    void pagesAreAsDescribed(String path, int status) throws Exception {
        try (ObservationServer server = serve(profile -> new ProfileLookup.Unknown(), EnginePolicy.defaults())) {
            // when
            HttpResponse<String> answer = get(server, path);

            // then
            assertThat(answer.statusCode()).isEqualTo(status);
            OpenApi.of(get(server, "/openapi.json").body()).assertDescribes(path, answer);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "c:nobody, 404 UNKNOWN_PROFILE",
        "nobody, 400 NO_PROFILE_KEY",
        "c:nobody/timeline?limit=0, 400 NO_PAGE",
        "c:nobody/timeline?limit=1001, 400 NO_PAGE",
        "c:nobody/timeline?before=yesterday, 400 NO_PAGE",
        "c:nobody/timeline?all=1, 400 NO_PAGE",
        "c:nobody/timeline?limit=1&limit=2, 400 NO_PAGE",
        "c:nobody/timeline?limit=1000&before=2026-03-01T10:00:00Z, 404 UNKNOWN_PROFILE",
        "c:moved, 421 ELSEWHERE",
        "c:away, 502 PEER_UNREACHABLE",
        "c:broken, 500 FAILED",
        "c:soon, 503 NOT_READY"
    })
    void refusalsAreAsDescribed(String asked, String expected) throws Exception {
        try (ObservationServer server = serve(OpenApiAgreesTest::lookUp, EnginePolicy.defaults())) {
            // when
            HttpResponse<String> answer = get(server, "/profiles/" + asked);

            // then
            String path = asked.contains("/timeline") ? "/profiles/{profile}/timeline" : "/profiles/{profile}";
            OpenApi.of(get(server, "/openapi.json").body()).assertDescribes(path, answer);
            assertThat(answer.statusCode() + answer.body())
                    .startsWith(expected.substring(0, 3))
                    .contains(expected.substring(4));
        }
    }

    @Test
    void whatAnotherInstanceKeepsIsAskedOfItAsOftenAsOneLikes() throws Exception {
        // given
        ProfileKey kept = ProfileKey.ofCustomer("a/b c");
        try (ObservationServer owner = serve(
                        profile -> new ProfileLookup.Found(ProfileState.empty(profile), JournalClock.STOPPED),
                        EnginePolicy.defaults());
                ObservationServer proxy = serve(
                        profile -> new ProfileLookup.Elsewhere(
                                0, Optional.of("127.0.0.1:" + owner.address().getPort())),
                        EnginePolicy.defaults())) {
            for (int i = 0; i < 100; i++) {
                for (ProfileView view : ProfileView.values()) {
                    // when
                    HttpResponse<String> answer = get(proxy, view.pathOf(kept));

                    // then
                    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
                    assertThat(answer.body())
                            .isEqualTo(get(owner, view.pathOf(kept)).body());
                }
            }
        }
    }

    private static ProfileLookup lookUp(ProfileKey profile) {
        return switch (profile.value()) {
            case "c:moved" -> new ProfileLookup.Elsewhere(1, Optional.empty());
            case "c:away" -> new ProfileLookup.Elsewhere(1, Optional.of("127.0.0.1:1"));
            case "c:soon" -> new ProfileLookup.NotReady();
            case "c:broken" -> throw new IllegalStateException("broken");
            default -> new ProfileLookup.Unknown();
        };
    }

    private static List<String> addressesOf(ProfileLookup.Found found, EnginePolicy policy) {
        Person person = new ProfileTeller(policy)
                .picture(found.profile(), found.clock())
                .journey()
                .person();
        return person.contacts().values().stream().map(Contact::address).toList();
    }

    private HttpResponse<String> get(ObservationServer server, String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + server.address().getPort() + path))
                .header("Authorization", "Bearer " + SECRET)
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    private static ObservationServer serve(Function<ProfileKey, ProfileLookup> profiles, EnginePolicy policy)
            throws IOException {
        return serve(profiles, policy, new MapInMemory(0, Set.of()), new AlertFeed());
    }

    private static ObservationServer serve(
            Function<ProfileKey, ProfileLookup> profiles, EnginePolicy policy, MapSource map, AlertFeed feed)
            throws IOException {
        Gate gate = new Gate(Optional.of(new AccessToken(SECRET)));
        Peers peers = new Peers();
        Health health = new Health(() -> KafkaStreams.State.RUNNING, new RestoreProgress(), Optional::empty);
        JourneyMeters meters = new JourneyMeters(new PrometheusMeterRegistry(PrometheusConfig.DEFAULT), () -> 0);
        ProfilesResource resource = new ProfilesResource(gate, profiles, policy, peers, Optional::empty);
        return ObservationServer.start(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                health,
                () -> "up 1\n",
                new StatusReport("journey", "0123", health, meters, Instant.EPOCH),
                List.of(
                        resource,
                        new MapResource(gate, map, policy, peers, Optional::empty),
                        new AlertsResource(gate, feed, map, peers),
                        new OpenApiResource(),
                        new PageResource()));
    }
}
