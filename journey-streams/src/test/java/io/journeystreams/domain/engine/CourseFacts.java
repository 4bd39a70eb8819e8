package io.journeystreams.domain.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystreams.domain.event.JourneyEvent;
import io.journeystreams.domain.fact.Fact;
import io.journeystreams.domain.fact.FactOutput;
import io.journeystreams.domain.fact.Told;
import io.journeystreams.domain.stage.Layer;
import io.journeystreams.domain.stage.Transition;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** The facts of a journey's course as a reader knows them who keeps to revisions, retractions and what supersedes what. */
final class CourseFacts {

    private CourseFacts() {}

    /** Topic by topic, each in its order. */
    static List<FactOutput<? extends Fact>> published(Journal journal) {
        return published(journal.facts);
    }

    private static List<FactOutput<? extends Fact>> published(List<CourseOutputs> told) {
        return Stream.<Function<CourseOutputs, List<? extends FactOutput<? extends Fact>>>>of(
                        CourseOutputs::transitions, CourseOutputs::moments, CourseOutputs::frictions)
                .flatMap(topic -> told.stream().flatMap(facts -> topic.apply(facts).stream()))
                .<FactOutput<? extends Fact>>map(output -> output)
                .toList();
    }

    /** What stands, by id. */
    static Map<String, Fact> standing(Journal journal) {
        return standing(journal.facts);
    }

    static Map<String, Fact> standing(List<CourseOutputs> told) {
        Map<String, Fact> standing = new TreeMap<>();
        for (FactOutput<? extends Fact> output : published(told)) {
            output.supersedes().forEach(standing::remove);
            if (output.state() == FactOutput.State.RETRACTED) {
                standing.remove(output.id());
            } else {
                standing.put(output.id(), output.fact());
            }
        }
        return standing;
    }

    static void check(Journal journal) {
        revisionsCountUp(journal);
        whatIsSupersededWasPublished(journal);
        readersKnowWhatWasTold(journal);
        everyLayerIsOneWalk(journal);
    }

    /** Rule T7: a consumer may dedupe on id and revision. */
    private static void revisionsCountUp(Journal journal) {
        Map<String, Integer> last = new HashMap<>();
        for (FactOutput<? extends Fact> output : published(journal)) {
            Integer before = last.put(output.id(), output.revision());
            assertThat(output.revision()).as("%s", output).isEqualTo(before == null ? 1 : before + 1);
        }
    }

    private static void whatIsSupersededWasPublished(Journal journal) {
        Map<String, Fact> known = new HashMap<>();
        for (FactOutput<? extends Fact> output : published(journal)) {
            assertThat(known.keySet()).containsAll(output.supersedes());
            known.put(output.id(), output.fact());
        }
    }

    /** What is kept of what was told is what a reader has come to know, as far back as it is kept. */
    private static void readersKnowWhatWasTold(Journal journal) {
        Map<String, Fact> kept = new TreeMap<>();
        Stream.<List<? extends Told<? extends Fact>>>of(
                        journal.state.facts().transitions(),
                        journal.state.facts().moments(),
                        journal.state.facts().frictions())
                .flatMap(List::stream)
                .filter(Told::stands)
                .filter(told -> isPublished(told.fact()))
                .forEach(told -> kept.put(told.fact().id("shop"), told.fact()));
        Map<String, Fact> standing = standing(journal);
        standing.values().removeIf(fact -> fact.atMs() < journal.state.settledUntilMs());
        assertThat(kept).isEqualTo(standing);
    }

    /** Moves between channels feed the map alone. */
    private static boolean isPublished(Fact fact) {
        return !fact.group().equals(Layer.TOUCHPOINT.name());
    }

    /** Each transition starts where the one before has led, and a mission that is over is followed by a new one. */
    private static void everyLayerIsOneWalk(Journal journal) {
        for (Layer layer : Layer.OF_STAGES) {
            Optional<Transition> before = Optional.empty();
            for (Transition next : walk(journal, layer)) {
                boolean isOver = layer == Layer.MISSION
                        && before.filter(CourseFacts::ends).isPresent();
                assertThat(next.from())
                        .as("%s after %s", next, before)
                        .isEqualTo(isOver ? Optional.empty() : before.map(Transition::to));
                before = Optional.of(next);
            }
        }
    }

    private static boolean ends(Transition transition) {
        return transition.goalReached() || transition.to().equals("DISCONTINUED");
    }

    private static List<Transition> walk(Journal journal, Layer layer) {
        Map<String, Integer> places = new HashMap<>();
        journal.known.stream()
                .sorted(JourneyEvent.ORDER)
                .forEach(event -> places.putIfAbsent(event.id().value(), places.size()));
        Function<Transition, Integer> place = transition ->
                transition.isTimed() ? -1 : places.getOrDefault(transition.by().value(), -1);
        return standing(journal).values().stream()
                .filter(Transition.class::isInstance)
                .map(Transition.class::cast)
                .filter(transition -> transition.layer() == layer)
                .sorted(Comparator.comparingLong(Transition::atMs).thenComparing(place))
                .toList();
    }
}
