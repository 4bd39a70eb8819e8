package io.journeystreams.state.codec;

import io.journeystreams.contracts.StoredJourney;
import io.journeystreams.domain.abandonment.Abandonment;
import io.journeystreams.domain.cart.Carts;
import io.journeystreams.domain.cart.Purchases;
import io.journeystreams.domain.profile.Journey;
import org.jspecify.annotations.Nullable;

/** A journey: each capability by its own codec. */
final class JourneyCodec {

    private JourneyCodec() {}

    /** Null if nothing has happened yet. */
    static @Nullable StoredJourney store(Journey journey, AlertTable alerts, MissionTable missions) {
        return journey.equals(Journey.NONE) ? null : stored(journey, alerts, missions);
    }

    private static StoredJourney stored(Journey journey, AlertTable alerts, MissionTable missions) {
        TextTable texts = alerts.products().texts();
        Abandonment abandonment = journey.abandonment();
        return new StoredJourney(
                journey.sessions().stream()
                        .map(session -> SessionCodec.store(session, texts))
                        .toList(),
                journey.sessionCount(),
                journey.carts().carts().stream()
                        .map(cart -> CartCodec.store(cart, alerts.products()))
                        .toList(),
                journey.purchases().recent().stream()
                        .map(purchase -> CartCodec.store(purchase, texts))
                        .toList(),
                journey.purchases().count(),
                journey.purchases().reversed(),
                Moments.storeUnless(
                        Purchases.NONE_FORGOTTEN, journey.purchases().forgottenUntilMs()),
                abandonment.subjects().stream()
                        .map(subject -> SubjectCodec.store(subject, alerts))
                        .toList(),
                abandonment.past().stream()
                        .map(alert -> AlertCodec.mention(alert, alerts))
                        .toList(),
                StoredTallies.store(abandonment.ended()),
                Moments.storeUnless(Journey.NONE.firstSeenAtMs(), journey.firstSeenAtMs()),
                Moments.storeUnless(Journey.NONE.lastSeenAtMs(), journey.lastSeenAtMs()),
                Moments.storeUnless(Journey.NONE.lastActivityAtMs(), journey.lastActivityAtMs()),
                journey.cartAnomalies(),
                PersonCodec.store(journey.person()),
                InterestCodec.store(journey.interest(), alerts.products()),
                CourseCodec.store(journey.course(), missions));
    }

    static Journey read(@Nullable StoredJourney stored, Alerts alerts, Missions missions) {
        return stored == null ? Journey.NONE : journey(stored, alerts, missions);
    }

    private static Journey journey(StoredJourney stored, Alerts alerts, Missions missions) {
        Texts texts = alerts.products().texts();
        return new Journey(
                stored.getSessions().stream()
                        .map(session -> SessionCodec.read(session, texts))
                        .toList(),
                stored.getSessionCount(),
                new Carts(stored.getCarts().stream()
                        .map(cart -> CartCodec.read(cart, alerts.products()))
                        .toList()),
                purchases(stored, texts),
                abandonment(stored, alerts),
                Moments.readOr(Journey.NONE.firstSeenAtMs(), stored.getFirstSeenAt()),
                Moments.readOr(Journey.NONE.lastSeenAtMs(), stored.getLastSeenAt()),
                Moments.readOr(Journey.NONE.lastActivityAtMs(), stored.getLastActivityAt()),
                stored.getCartAnomalies(),
                PersonCodec.read(stored.getPerson()),
                InterestCodec.read(stored.getInterest(), alerts.products()),
                CourseCodec.read(stored.getCourse(), missions));
    }

    private static Purchases purchases(StoredJourney stored, Texts texts) {
        return new Purchases(
                stored.getPurchases().stream()
                        .map(purchase -> CartCodec.read(purchase, texts))
                        .toList(),
                stored.getOrderCount(),
                stored.getReversedCount(),
                Moments.readOr(Purchases.NONE_FORGOTTEN, stored.getOrdersForgottenUntil()));
    }

    private static Abandonment abandonment(StoredJourney stored, Alerts alerts) {
        return new Abandonment(
                stored.getSubjects().stream()
                        .map(subject -> SubjectCodec.read(subject, alerts))
                        .toList(),
                stored.getPastAlerts().stream()
                        .map(alert -> AlertCodec.read(alert, alerts))
                        .toList(),
                StoredTallies.read(stored.getEnded()));
    }
}
