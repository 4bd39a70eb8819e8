package io.journeystreams.domain.profile;

import io.journeystreams.domain.churn.Churn;
import io.journeystreams.domain.fact.Fact;
import io.journeystreams.domain.moment.Moment;
import io.journeystreams.domain.moment.Moments;
import io.journeystreams.domain.service.Service;
import io.journeystreams.domain.stage.Stages;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The course that a journey takes: its stages, its contacts with the service, its moments, and whether it may be coming to its end. */
public record Course(Stages stages, Service service, Moments moments, Churn churn) {

    public static final Course NONE = new Course(Stages.NONE, Service.NONE, Moments.NONE, Churn.NONE);

    /** Those of orders and those of contacts, of the time in which a late event may still change them. */
    public List<Moment> allMoments() {
        if (service.moments().isEmpty()) {
            return moments.moments();
        }
        return Stream.concat(moments.moments().stream(), service.moments().stream())
                .toList();
    }

    public Course with(Stages next) {
        return new Course(next, service, moments, churn);
    }

    public Course with(Service next) {
        return new Course(stages, next, moments, churn);
    }

    public Course with(Moments next) {
        return new Course(stages, service, next, churn);
    }

    public Course with(Churn next) {
        return new Course(stages, service, moments, next);
    }

    /** The courses of two profiles as one (rule I6): what had not been settled is told again in any case. */
    public Course union(Course other) {
        return new Course(
                stages.union(other.stages),
                service.union(other.service),
                moments.union(other.moments),
                churn.union(other.churn));
    }

    /** Where the customer stands, and none of what happened on the way. */
    public Course withoutFacts() {
        Predicate<Fact> none = fact -> false;
        return new Course(stages.keeping(none), service.keeping(none), moments.keeping(none), churn.withoutFacts());
    }

    /** Without facts that nothing can change any more; what readers have not been told of yet stays. */
    public Course forgetBefore(long ms, ToldFacts told) {
        Predicate<Fact> stays = fact -> fact.atMs() >= ms || !told.hold(fact);
        return new Course(
                stages.keeping(stays), service.keeping(stays), moments.keeping(stays), churn.forgetBefore(ms, stays));
    }
}
