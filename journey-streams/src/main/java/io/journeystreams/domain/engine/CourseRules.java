package io.journeystreams.domain.engine;

import io.journeystreams.domain.churn.Churn;
import io.journeystreams.domain.churn.ChurnAlert;
import io.journeystreams.domain.churn.ChurnKind;
import io.journeystreams.domain.churn.ChurnOccasion;
import io.journeystreams.domain.churn.ChurnRules;
import io.journeystreams.domain.event.JourneyEvent;
import io.journeystreams.domain.event.Money;
import io.journeystreams.domain.event.Totals;
import io.journeystreams.domain.moment.MomentOccasion;
import io.journeystreams.domain.moment.MomentRules;
import io.journeystreams.domain.profile.Course;
import io.journeystreams.domain.profile.Journey;
import io.journeystreams.domain.profile.Upcoming;
import io.journeystreams.domain.service.Service;
import io.journeystreams.domain.service.ServiceRules;
import io.journeystreams.domain.service.Surroundings;
import io.journeystreams.domain.stage.Direction;
import io.journeystreams.domain.stage.Lapse;
import io.journeystreams.domain.stage.Occasion;
import io.journeystreams.domain.stage.Silence;
import io.journeystreams.domain.stage.StageRules;
import io.journeystreams.domain.stage.Stages;
import io.journeystreams.domain.stage.Transition;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What one event, or time alone, makes of the course of a journey: stages, service, moments, churn, each looking at those before it. */
final class CourseRules {

    private final CoursePolicy policy;

    CourseRules(CoursePolicy policy) {
        this.policy = policy;
    }

    /**
     * @param journey with its visits and carts after the event, its course before it
     * @param repeatsOrder the event reports an order that has been reported before
     * @param newValue total of an order, told for the first time
     */
    Course apply(Journey journey, JourneyEvent event, boolean repeatsOrder, Optional<Money> newValue) {
        Course before = journey.course();
        Optional<Money> cartValue = journey.carts().value();
        boolean isPurchase = JourneyRules.isPurchase(event);
        Optional<Money> worth =
                isPurchase ? newValue.or(() -> Totals.of(event.occurrence().lines())) : cartValue;
        Occasion occasion = new Occasion(event, repeatsOrder, journey.sessionCount(), worth);
        Stages stages = StageRules.apply(before.stages(), occasion, policy.stages());
        List<Transition> moves = movesBetween(before.stages(), stages);
        Service service = ServiceRules.apply(
                before.service(), event, moves, surroundings(journey, cartValue, stages), policy.service());
        int keptOrders = stages.lifecycle().orders().count();
        MomentOccasion moment = new MomentOccasion(event, keptOrders, newValue, leftSinceMs(moves));
        ChurnOccasion churnOccasion = new ChurnOccasion(
                event, isPurchase, repeatsOrder, newValue, ServiceSignals.between(before.service(), service));
        Churn churn = ChurnRules.apply(before.churn(), churnOccasion, policy.churn());
        return new Course(
                lapsed(stages, before.churn(), churn, event.atMs(), journey.sessionCount()),
                service,
                MomentRules.apply(before.moments(), moment, policy.moments()),
                churn);
    }

    /** The next thing that time alone brings; at the same time whose turn it is first. */
    Optional<Upcoming> nextDue(Course course) {
        Upcoming next =
                sooner(null, ServiceRules.nextDueAtMs(course.service(), policy.service()), Upcoming.Turn.SERVICE);
        next = sooner(next, Silence.nextDueAtMs(course.stages(), policy.stages()), Upcoming.Turn.STAGES);
        next = sooner(next, MomentRules.nextDueAtMs(course.moments(), policy.moments()), Upcoming.Turn.MOMENTS);
        next = sooner(next, ChurnRules.nextDueAtMs(course.churn(), policy.churn()), Upcoming.Turn.CHURN);
        return Optional.ofNullable(next);
    }

    private static @Nullable Upcoming sooner(@Nullable Upcoming next, OptionalLong atMs, Upcoming.Turn turn) {
        boolean isSooner = atMs.isPresent() && (next == null || atMs.getAsLong() < next.atMs());
        return isSooner ? new Upcoming.OfCourse(atMs.getAsLong(), turn) : next;
    }

    Course pass(Journey journey, Upcoming.OfCourse next) {
        Course course = journey.course();
        return switch (next.turn()) {
            case SERVICE -> passService(journey, next.atMs());
            case STAGES ->
                course.with(Silence.pass(
                        course.stages(),
                        next.atMs(),
                        course.service().lastObstacle(),
                        journey.sessionCount(),
                        journey.carts().value(),
                        policy.stages()));
            case MOMENTS ->
                course.with(MomentRules.pass(
                        course.moments(), next.atMs(), !course.service().open().isEmpty(), policy.moments()));
            case CHURN -> passChurn(course, next.atMs(), journey.sessionCount());
            case ABANDONMENT -> throw new IllegalArgumentException("subjects are no part of the course: " + next);
        };
    }

    private Course passService(Journey journey, long atMs) {
        Course course = journey.course();
        Service service = ServiceRules.pass(
                course.service(),
                atMs,
                surroundings(journey, journey.carts().value(), course.stages()),
                policy.service());
        Churn churn = ChurnRules.signalled(
                course.churn(), ServiceSignals.between(course.service(), service), atMs, policy.churn());
        return course.with(service).with(churn);
    }

    private Course passChurn(Course course, long atMs, long visit) {
        Churn churn = ChurnRules.pass(course.churn(), atMs, policy.churn());
        return course.with(churn).with(lapsed(course.stages(), course.churn(), churn, atMs, visit));
    }

    /** Who falls silent has lapsed (rule G6). */
    private static Stages lapsed(Stages stages, Churn before, Churn after, long atMs, long visit) {
        Optional<ChurnAlert> fires = after.firing(ChurnKind.NON_CONTRACTUAL)
                .filter(alert -> before.firing(ChurnKind.NON_CONTRACTUAL).isEmpty());
        return fires.map(alert -> Lapse.of(stages, atMs, alert.armedBy(), visit))
                .orElse(stages);
    }

    private Surroundings surroundings(Journey journey, Optional<Money> cartValue, Stages stages) {
        return new Surroundings(
                cartValue, stages.stage(policy.stages().model()), stages.mission(), journey.sessionCount());
    }

    private static List<Transition> movesBetween(Stages before, Stages after) {
        return after.transitions()
                .subList(before.transitions().size(), after.transitions().size());
    }

    private static OptionalLong leftSinceMs(List<Transition> moves) {
        for (Transition move : moves) {
            if (move.direction() == Direction.REACTIVATE) {
                return OptionalLong.of(move.atMs() - move.timeSpentMs().orElse(0));
            }
        }
        return OptionalLong.empty();
    }
}
