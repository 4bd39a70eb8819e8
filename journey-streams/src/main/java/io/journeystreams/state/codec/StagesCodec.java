package io.journeystreams.state.codec;

import io.journeystreams.contracts.StoredChannel;
import io.journeystreams.contracts.StoredLifecycle;
import io.journeystreams.contracts.StoredLowerEvidence;
import io.journeystreams.contracts.StoredMission;
import io.journeystreams.contracts.StoredMissionMark;
import io.journeystreams.contracts.StoredPiece;
import io.journeystreams.domain.event.EventId;
import io.journeystreams.domain.event.OrderId;
import io.journeystreams.domain.stage.Channel;
import io.journeystreams.domain.stage.Gathered;
import io.journeystreams.domain.stage.KeptOrders;
import io.journeystreams.domain.stage.Lifecycle;
import io.journeystreams.domain.stage.Lifecycle.FirstTouch;
import io.journeystreams.domain.stage.Mission;
import io.journeystreams.domain.stage.Mission.LowerEvidence;
import io.journeystreams.domain.stage.Transition.MissionMark;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a customer stands with the business, and in the shopping under way. */
final class StagesCodec {

    private StagesCodec() {}

    static StoredLifecycle store(Lifecycle lifecycle, TextTable texts) {
        KeptOrders orders = lifecycle.orders();
        return new StoredLifecycle(
                texts.place(lifecycle.stage()),
                lifecycle.rank(),
                Moments.store(lifecycle.sinceMs()),
                lifecycle.rankBeforeGoal(),
                store(lifecycle.gathered(), texts),
                orders.count(),
                texts.place(orders.lastId().map(OrderId::value)),
                Moments.storeUnless(KeptOrders.NONE.lastAtMs(), orders.lastAtMs()),
                orders.reversed().stream().map(id -> texts.place(id.value())).toList(),
                store(lifecycle.firstChannel()),
                lifecycle.firstTouch().map(touch -> Moments.store(touch.atMs())).orElse(null));
    }

    static Lifecycle read(StoredLifecycle stored, Texts texts) {
        return new Lifecycle(
                texts.find(stored.getStage()),
                stored.getRank(),
                Moments.read(stored.getSince()),
                stored.getRankBeforeGoal(),
                readGathered(stored.getGathered(), texts),
                new KeptOrders(
                        stored.getOrderCount(),
                        texts.find(stored.getLastOrderId()).map(OrderId::new),
                        Moments.readOr(KeptOrders.NONE.lastAtMs(), stored.getLastOrderAt()),
                        stored.getReversedOrders().stream()
                                .map(place -> new OrderId(texts.at(place)))
                                .toList()),
                read(stored.getFirstTouch())
                        .map(channel -> new FirstTouch(channel, Moments.readOr(0, stored.getFirstTouchAt()))));
    }

    static StoredMission store(Mission mission, TextTable texts) {
        return new StoredMission(
                store(mission.mark(), texts),
                mission.rank(),
                Moments.store(mission.sinceMs()),
                mission.visited(),
                mission.reentries(),
                store(mission.gathered(), texts),
                mission.lower().stream()
                        .map(lower -> new StoredLowerEvidence(
                                lower.rank(),
                                texts.place(lower.rule()),
                                texts.place(lower.by().value()),
                                Moments.store(lower.atMs())))
                        .toList(),
                texts.place(mission.lastTouch().value()),
                Moments.store(mission.lastTouchAtMs()));
    }

    static Mission read(StoredMission stored, Texts texts) {
        return new Mission(
                read(stored.getMark(), texts),
                stored.getRank(),
                Moments.read(stored.getSince()),
                stored.getVisited(),
                stored.getReentries(),
                readGathered(stored.getGathered(), texts),
                stored.getLower().stream()
                        .map(lower -> new LowerEvidence(
                                lower.getRank(),
                                texts.at(lower.getRule()),
                                new EventId(texts.at(lower.getBy())),
                                Moments.read(lower.getAt())))
                        .toList(),
                new EventId(texts.at(stored.getLastTouch())),
                Moments.read(stored.getLastTouchAt()));
    }

    static StoredMissionMark store(MissionMark mark, TextTable texts) {
        return new StoredMissionMark(texts.place(mark.startedBy().value()), mark.number(), store(mark.entryChannel()));
    }

    static MissionMark read(StoredMissionMark stored, Texts texts) {
        return new MissionMark(
                new EventId(texts.at(stored.getStartedBy())), stored.getNumber(), read(stored.getEntryChannel()));
    }

    static @Nullable StoredChannel store(Optional<Channel> channel) {
        return channel.map(known -> Codes.store(StoredChannel.class, known)).orElse(null);
    }

    static Optional<Channel> read(@Nullable StoredChannel stored) {
        return Optional.ofNullable(stored).map(known -> Codes.read(Channel.class, known));
    }

    private static List<StoredPiece> store(Gathered gathered, TextTable texts) {
        return gathered.pieces().stream()
                .map(piece -> new StoredPiece(
                        texts.place(piece.rule()), texts.place(piece.by().value()), Moments.store(piece.atMs())))
                .toList();
    }

    private static Gathered readGathered(List<StoredPiece> stored, Texts texts) {
        return new Gathered(stored.stream()
                .map(piece -> new Gathered.Piece(
                        texts.at(piece.getRule()), new EventId(texts.at(piece.getBy())), Moments.read(piece.getAt())))
                .toList());
    }
}
