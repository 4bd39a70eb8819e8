package io.journeystreams.query;

import io.journeystreams.domain.engine.EnginePolicy;
import io.journeystreams.map.MapQuestion;
import io.journeystreams.observe.HttpAnswer;
import io.journeystreams.observe.HttpQuestion;
import io.journeystreams.observe.HttpResource;
import io.journeystreams.observe.PathTemplate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code GET /map}: the journey map of all instances (rule M1), for those who know the token. However many look at it, it is added up
 * once in a while ({@link RecentAnswers}) for each thing that is asked.
 */
public final class MapResource implements HttpResource {

    private static final Logger LOG = LoggerFactory.getLogger(MapResource.class);
    private static final String PATH = "/map";
    private static final String JSON = "application/json";
    private static final int OK = 200;

    private final Gate gate;
    private final MapSource local;
    private final Peers peers;
    private final MapJson json;
    private final Supplier<Optional<String>> notReady;
    private final RecentAnswers<MapQuestion> whole = new RecentAnswers<>();

    /** Apart from the whole: two instances that ask each other at the same time must not wait for each other. */
    private final RecentAnswers<MapQuestion> parts = new RecentAnswers<>();

    /**
     * @param gate lets in who may ask
     * @param notReady why the processor does not do its work now
     */
    public MapResource(
            Gate gate, MapSource local, EnginePolicy policy, Peers peers, Supplier<Optional<String>> notReady) {
        this.gate = gate;
        this.local = local;
        this.peers = peers;
        this.json = new MapJson(policy);
        this.notReady = notReady;
    }

    @Override
    public String prefix() {
        return PATH;
    }

    @Override
    public List<PathTemplate> paths() {
        return List.of(new PathTemplate(PATH));
    }

    @Override
    public HttpAnswer get(HttpQuestion question) {
        if (!question.path().equals(PATH)) {
            return HttpAnswer.NOT_FOUND;
        }
        return gate.refusal(question).orElseGet(() -> admitted(question));
    }

    private HttpAnswer admitted(HttpQuestion question) {
        try {
            return question.isForwarded() ? part(question) : whole(question);
        } catch (RuntimeException e) {
            LOG.atError()
                    .addKeyValue("failure", e.getClass().getName())
                    .log("a question about the journey map could not be answered");
            return Refusal.FAILED.answer();
        }
    }

    private HttpAnswer part(HttpQuestion question) {
        return MapPeriod.passedOn(question.query())
                .map(wanted -> parts.of(wanted, () -> new HttpAnswer(OK, JSON, MapPartJson.write(local.read(wanted)))))
                .orElseGet(Refusal.NO_PERIOD::answer);
    }

    private HttpAnswer whole(HttpQuestion question) {
        OptionalLong clockMs = local.clockMs();
        if (clockMs.isEmpty() && local.journalPartitions() == 0) {
            return notYet();
        }
        return MapPeriod.of(question.query(), clockMs.orElse(System.currentTimeMillis()))
                .map(wanted -> whole.of(
                        wanted, () -> whole(wanted, question.authorization().orElse(""))))
                .orElseGet(Refusal.NO_PERIOD::answer);
    }

    private HttpAnswer whole(MapQuestion wanted, String authorization) {
        MapPart part = local.read(wanted);
        String asked = PATH + MapPeriod.query(wanted);
        for (HttpAnswer theirs : peers.askEach(local.othersThan(part.partitions()), asked, authorization)) {
            part = with(part, theirs);
        }
        if (part.partitions().isEmpty()) {
            return notYet();
        }
        int partitions = Math.max(local.journalPartitions(), part.partitions().size());
        return new HttpAnswer(OK, JSON, json.write(wanted, part, partitions));
    }

    /** An instance that does not answer, or not so that it is understood, is missing in the map, which says so. */
    private static MapPart with(MapPart part, HttpAnswer answer) {
        if (answer.status() != OK) {
            return part;
        }
        try {
            MapPart theirs = MapPartJson.read(answer.body());
            boolean isCounted = theirs.partitions().stream().anyMatch(part.partitions()::contains);
            return isCounted ? part : part.plus(theirs);
        } catch (IllegalArgumentException anotherVersion) {
            return part;
        }
    }

    private HttpAnswer notYet() {
        return Refusal.NOT_READY.answer(
                notReady.get().orElse("partitions are being assigned"), Map.of("Retry-After", "5"));
    }
}
