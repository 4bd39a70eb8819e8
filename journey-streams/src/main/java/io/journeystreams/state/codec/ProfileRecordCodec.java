package io.journeystreams.state.codec;

import io.journeystreams.domain.churn.ChurnAlert;
import io.journeystreams.domain.event.ProfileKey;
import io.journeystreams.domain.profile.Journey;
import io.journeystreams.domain.profile.ProfileState;
import io.journeystreams.state.StoredProfile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A profile and its Avro record: fills the tables of texts, products, alerts and missions, and composes the capabilities' codecs. What
 * events need comes first in the tables.
 */
final class ProfileRecordCodec {

    private static final ProfileState EMPTY = ProfileState.empty(new ProfileKey("a:none"));

    private ProfileRecordCodec() {}

    /** @param events those of the profile */
    static io.journeystreams.contracts.ProfileState store(StoredProfile stored, EncodedEvents events) {
        ProfileState state = stored.profile();
        ProductTable products = events.products();
        TextTable texts = products.texts();
        AlertTable alerts = new AlertTable(products);
        MissionTable missions = new MissionTable(texts);
        // The tables are handed over first and filled by what follows.
        return new io.journeystreams.contracts.ProfileState(
                texts.stored(),
                products.stored(),
                events.origins(),
                alerts.stored(),
                missions.stored(),
                Moments.storeUnless(ProfileState.NEVER, stored.indexedAtMs()),
                JourneyCodec.store(state.settled(), alerts, missions),
                Moments.storeUnless(EMPTY.settledUntilMs(), state.settledUntilMs()),
                events.stored(),
                SessionCodec.store(state.sessions(), texts),
                LedgerCodec.store(state.alerts(), alerts),
                ToldCodec.transitions(state.facts().transitions(), missions),
                ToldCodec.moments(state.facts().moments(), texts),
                ToldCodec.frictions(state.facts().frictions(), missions),
                ToldChurnCodec.store(state.facts(), churnOf(state.settled()), texts),
                StoredTallies.store(state.tally()),
                nextDueAfterMs(stored),
                IdentityCodec.store(state.identity(), texts));
    }

    static StoredProfile read(io.journeystreams.contracts.ProfileState stored, ProfileKey key) {
        Texts texts = new Texts(stored.getTexts());
        Products products = new Products(stored.getProducts(), texts);
        Alerts alerts = new Alerts(stored.getAlerts(), products);
        Missions missions = new Missions(stored.getMissions(), texts);
        Journey settled = JourneyCodec.read(stored.getSettled(), alerts, missions);
        ProfileState state = new ProfileState(
                key,
                IdentityCodec.read(stored.getIdentity(), texts),
                settled,
                Moments.readOr(EMPTY.settledUntilMs(), stored.getSettledUntil()),
                OccurrenceCodec.read(stored.getRecent(), stored.getOrigins(), products),
                stored.getSessions().stream()
                        .map(session -> SessionCodec.read(session, texts))
                        .toList(),
                LedgerCodec.read(stored.getLedger(), alerts),
                ToldCodec.read(stored, churnOf(settled), missions),
                StoredTallies.read(stored.getTally()),
                nextDueAtMs(stored));
        return new StoredProfile(state, Moments.readOr(ProfileState.NEVER, stored.getIndexedAt()));
    }

    /** Mostly 0: the index knows when the profile is due. */
    private static @Nullable Long nextDueAfterMs(StoredProfile stored) {
        long nextDueAtMs = stored.profile().nextDueAtMs();
        long indexedAtMs = stored.indexedAtMs() == ProfileState.NEVER ? 0 : stored.indexedAtMs();
        return nextDueAtMs == ProfileState.NEVER ? null : nextDueAtMs - indexedAtMs;
    }

    private static long nextDueAtMs(io.journeystreams.contracts.ProfileState stored) {
        Long afterMs = stored.getNextDueAfterMs();
        return afterMs == null ? ProfileState.NEVER : Moments.readOr(0, stored.getIndexedAt()) + afterMs;
    }

    private static List<ChurnAlert> churnOf(Journey settled) {
        return settled.course().churn().alerts();
    }
}
