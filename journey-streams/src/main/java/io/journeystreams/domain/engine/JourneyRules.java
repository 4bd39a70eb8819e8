package io.journeystreams.domain.engine;

import io.journeystreams.domain.abandonment.Abandoning;
import io.journeystreams.domain.abandonment.Abandonment;
import io.journeystreams.domain.abandonment.Alert;
import io.journeystreams.domain.abandonment.AlertId;
import io.journeystreams.domain.abandonment.CartMerging;
import io.journeystreams.domain.abandonment.Deadlines;
import io.journeystreams.domain.abandonment.Due;
import io.journeystreams.domain.abandonment.InterestArming;
import io.journeystreams.domain.abandonment.Shopping;
import io.journeystreams.domain.cart.Bought;
import io.journeystreams.domain.cart.CartRules;
import io.journeystreams.domain.cart.CartStep;
import io.journeystreams.domain.cart.Purchases;
import io.journeystreams.domain.event.CartId;
import io.journeystreams.domain.event.EventTypes;
import io.journeystreams.domain.event.JourneyEvent;
import io.journeystreams.domain.event.Money;
import io.journeystreams.domain.event.Occurrence;
import io.journeystreams.domain.event.OrderPlaced;
import io.journeystreams.domain.event.OrderReversed;
import io.journeystreams.domain.event.PaymentSucceeded;
import io.journeystreams.domain.interest.Interest;
import io.journeystreams.domain.interest.InterestRules;
import io.journeystreams.domain.interest.InterestStep;
import io.journeystreams.domain.interest.InterestStep.Aroused;
import io.journeystreams.domain.person.Person;
import io.journeystreams.domain.person.PersonRules;
import io.journeystreams.domain.profile.Course;
import io.journeystreams.domain.profile.Journey;
import io.journeystreams.domain.profile.Upcoming;
import io.journeystreams.domain.session.Session;
import io.journeystreams.domain.session.SessionRules;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What one event, or time alone, makes of a journey: the capabilities in their order. Called in event-time order only;
 * that arrival may be otherwise is {@link Replay}'s concern.
 */
final class JourneyRules {

    private final EnginePolicy policy;
    private final CourseRules course;

    JourneyRules(EnginePolicy policy) {
        this.policy = policy;
        this.course = new CourseRules(policy.course());
    }

    /**
     * The person, orders, carts, sessions, what is looked at, what is left unfinished, the course: in this order, each looking
     * at those before it.
     */
    Journey apply(Journey journey, JourneyEvent reported) {
        return Overflow.bounded(applied(journey, reported), reported.atMs());
    }

    private Journey applied(Journey journey, JourneyEvent reported) {
        JourneyEvent event = underTheNameOfItsCart(reported, journey);
        Person person = person(journey.person(), event);
        Purchases.Step orders = orders(journey.purchases(), event);
        Bought bought = bought(journey, event);
        CartStep carts = carts(journey, event, bought);
        List<Session> sessions =
                sessions(journey, event, orders.newValue(), carts.carts().value());
        InterestStep interest = interest(journey.interest(), event);
        int started = sessions.size() - journey.sessions().size();
        Journey next = new Journey(
                sessions,
                journey.sessionCount() + started,
                carts.carts(),
                orders.purchases(),
                journey.abandonment(),
                Math.min(journey.firstSeenAtMs(), event.atMs()),
                Math.max(journey.lastSeenAtMs(), event.atMs()),
                lastActivity(journey, event),
                journey.cartAnomalies() + carts.anomalies(),
                person,
                interest.interest(),
                journey.course());
        if (SessionRules.isOfBot(sessions, event)) {
            return quarantined(next, journey, event, orders);
        }
        return next.with(abandonment(next, event, carts, bought, interest)).with(course(next, journey, event, orders));
    }

    /**
     * What a program does in a shop changes no cart, arms nothing and moves no stage, and what its session has armed is disarmed
     * (rule S6). Who buys is taken for a person: nobody must be reminded who has bought.
     */
    private Journey quarantined(Journey next, Journey before, JourneyEvent event, Purchases.Step orders) {
        if (isPurchase(event)) {
            CartStep carts = carts(before, event, bought(before, event));
            InterestStep interest = InterestStep.unchanged(next.interest());
            return next.with(abandonment(next, event, carts, bought(before, event), interest))
                    .with(course(next, before, event, orders));
        }
        long sinceMs = SessionRules.startOfSession(next.sessions(), event);
        return next.with(before.carts())
                .with(before.interest())
                .with(next.abandonment().quarantine(sinceMs, event.atMs()));
    }

    private Course course(Journey next, Journey before, JourneyEvent event, Purchases.Step orders) {
        boolean repeatsOrder = isPurchase(event)
                && orders.purchases().count() == before.purchases().count();
        return course.apply(next, event, repeatsOrder, orders.newValue());
    }

    /** The next thing that time alone brings. */
    Optional<Upcoming> nextDue(Journey journey) {
        Optional<Due> subject = Deadlines.next(
                journey.abandonment(), journey.lastActivityAtMs(), journey.person(), policy.abandonment());
        Optional<Upcoming> ofCourse = course.nextDue(journey.course());
        if (subject.isEmpty()) {
            return ofCourse;
        }
        Upcoming ofSubject = new Upcoming.OfSubject(subject.get());
        boolean isCourseFirst = ofCourse.isPresent() && Upcoming.ORDER.compare(ofCourse.get(), ofSubject) < 0;
        return isCourseFirst ? ofCourse : Optional.of(ofSubject);
    }

    Journey pass(Journey journey, Upcoming next) {
        if (next instanceof Upcoming.OfSubject subject) {
            return pass(journey, subject.due());
        }
        return journey.with(course.pass(journey, (Upcoming.OfCourse) next));
    }

    private Journey pass(Journey journey, Due due) {
        return journey.with(
                Abandoning.pass(journey.abandonment(), due, shopping(journey), policy.tenant(), policy.abandonment()));
    }

    /** A published alert happens again, at its place in time. */
    Journey repeat(Journey journey, Alert published) {
        OptionalLong boughtAtMs = journey.purchases().lastWithin(boughtFromMs(published), published.deadlineMs());
        return journey.with(
                Abandoning.repeat(journey.abandonment(), published, shopping(journey), boughtAtMs, policy.tenant()));
    }

    /**
     * From when on an order that was heard of after the alert may have taken what it shows: also from before the customer went to the
     * till, but no earlier than news may be late. What is looked at is ended by later orders only.
     */
    private long boughtFromMs(Alert published) {
        long earliestNewsMs = published.deadlineMs() - policy.clock().lateness().toMillis();
        return published.subject().kind().isOfCart()
                ? Math.min(published.armedAtMs(), earliestNewsMs)
                : published.armedAtMs();
    }

    private static Shopping shopping(Journey journey) {
        return new Shopping(
                journey.carts(),
                journey.lastActivityAtMs(),
                journey.lastVisit(),
                journey.person().reached().isPresent());
    }

    Optional<AlertId> alertId(Journey journey, Due due) {
        return Abandoning.alertId(journey.abandonment(), due.subject(), policy.tenant());
    }

    /** A cart that went into another one goes by the other's name (rule A9). */
    private static JourneyEvent underTheNameOfItsCart(JourneyEvent event, Journey journey) {
        Occurrence occurrence = event.occurrence();
        Optional<CartId> named = occurrence.cartId().map(journey.carts()::named);
        return named.equals(occurrence.cartId()) ? event : EventTypes.read(occurrence.withCartId(named));
    }

    /** Placed or paid, from any channel (rule A4). */
    static boolean isPurchase(JourneyEvent event) {
        return event instanceof OrderPlaced || event instanceof PaymentSucceeded;
    }

    private static Purchases.Step orders(Purchases purchases, JourneyEvent event) {
        if (event instanceof OrderReversed && concernsShopping(event)) {
            return new Purchases.Step(purchases.reverse(event), Optional.empty());
        }
        boolean counts = isPurchase(event) && !event.occurrence().test();
        return counts ? purchases.step(event) : new Purchases.Step(purchases, Optional.empty());
    }

    private static Bought bought(Journey journey, JourneyEvent event) {
        if (!isPurchase(event)) {
            return Bought.NOTHING;
        }
        Occurrence occurrence = event.occurrence();
        Optional<CartId> ownCart = occurrence.checkoutId().flatMap(journey.abandonment()::cartOf);
        return Bought.of(
                event,
                journey.purchases(),
                occurrence.cartId().filter(journey.carts()::isKnown).or(() -> ownCart),
                ownCart.isPresent());
    }

    /** Test events arm and disarm nothing (rule A14), late ones only where they are purchases (rule T3). */
    private static CartStep carts(Journey journey, JourneyEvent event, Bought bought) {
        if (!concernsShopping(event)) {
            return CartStep.unchanged(journey.carts());
        }
        CartStep step = event.accept(new CartHandler(journey.carts(), bought));
        return isPurchase(event) ? step : CartRules.signIn(step, event);
    }

    private List<Session> sessions(
            Journey journey, JourneyEvent event, Optional<Money> orderValue, Optional<Money> cartValue) {
        return SessionRules.step(journey.sessions(), event, orderValue, cartValue, policy.session());
    }

    /** Any interactive event but the purchase itself: what an order leaves behind keeps its deadline (rules A2, A4). */
    private static long lastActivity(Journey journey, JourneyEvent event) {
        boolean isActivity = SessionRules.extendsSessions(event) && !isPurchase(event);
        return isActivity ? Math.max(journey.lastActivityAtMs(), event.atMs()) : journey.lastActivityAtMs();
    }

    private static Person person(Person person, JourneyEvent event) {
        boolean counts = !event.occurrence().test() && !event.occurrence().late();
        return counts ? PersonRules.step(person, event) : person;
    }

    private InterestStep interest(Interest interest, JourneyEvent event) {
        return concernsShopping(event)
                ? InterestRules.step(interest, event, policy.abandonment().interest())
                : InterestStep.unchanged(interest);
    }

    private Abandonment abandonment(
            Journey journey, JourneyEvent event, CartStep carts, Bought bought, InterestStep interest) {
        Abandonment seen = event.occurrence()
                .pageUrl()
                .map(journey.abandonment()::cameBackTo)
                .orElse(journey.abandonment());
        if (!concernsShopping(event)) {
            return seen;
        }
        Abandonment merged = CartMerging.step(seen, carts.merges(), event.atMs());
        Abandonment done = event.accept(new AbandonmentHandler(merged, carts, bought, journey.purchases(), policy));
        for (Aroused aroused : interest.aroused()) {
            done = InterestArming.aroused(done, aroused, event, carts.carts(), policy.abandonment());
        }
        return done;
    }

    private static boolean concernsShopping(JourneyEvent event) {
        Occurrence occurrence = event.occurrence();
        return !occurrence.test() && (!occurrence.late() || isPurchase(event));
    }
}
