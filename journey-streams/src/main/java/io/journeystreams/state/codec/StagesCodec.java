package io.journeystreams.state.codec;

import io.journeystreams.contracts.StoredChannel;
import io.journeystreams.contracts.StoredLifecycle;
import io.journeystreams.contracts.StoredLowerEvidence;
import io.journeystreams.contracts.StoredMission;
import io.journeystreams.contracts.StoredMissionMark;
import io.journeystreams.contracts.StoredPiece;
import io.journeystreams.contracts.StoredSegment;
import io.journeystreams.contracts.StoredTouchChannel;
import io.journeystreams.contracts.StoredTouchpoint;
import io.journeystreams.domain.event.EventId;
import io.journeystreams.domain.event.OrderId;
import io.journeystreams.domain.stage.Channel;
import io.journeystreams.domain.stage.Gathered;
import io.journeystreams.domain.stage.KeptOrders;
import io.journeystreams.domain.stage.Lifecycle;
import io.journeystreams.domain.stage.Lifecycle.FirstTouch;
import io.journeystreams.domain.stage.Mission;
import io.journeystreams.domain.stage.Mission.LowerEvidence;
import io.journeystreams.domain.stage.Segment;
import io.journeystreams.domain.stage.TouchChannel;
import io.journeystreams.domain.stage.Touchpoint;
import io.journeystreams.domain.stage.Transition.MissionMark;
import java.util.List;
import java.util.Objects;
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
                store(lifecycle.gathered(), lifecycle.sinceMs(), texts),
                orders.count(),
                texts.place(orders.lastId().map(OrderId::value)),
                Moments.storeUnless(KeptOrders.NONE.lastAtMs(), orders.lastAtMs()),
                orders.reversed().stream().map(id -> texts.place(id.value())).toList(),
                store(lifecycle.firstChannel()),
                lifecycle
                        .firstTouch()
                        .map(touch -> touch.atMs() - lifecycle.sinceMs())
                        .orElse(null));
    }

    static Lifecycle read(StoredLifecycle stored, Texts texts) {
        long sinceMs = Moments.read(stored.getSince());
        return new Lifecycle(
                texts.find(stored.getStage()),
                stored.getRank(),
                sinceMs,
                stored.getRankBeforeGoal(),
                readGathered(stored.getGathered(), sinceMs, texts),
                new KeptOrders(
                        stored.getOrderCount(),
                        texts.find(stored.getLastOrderId()).map(OrderId::new),
                        Moments.readOr(KeptOrders.NONE.lastAtMs(), stored.getLastOrderAt()),
                        stored.getReversedOrders().stream()
                                .map(place -> new OrderId(texts.at(place)))
                                .toList()),
                read(stored.getFirstTouch())
                        .map(channel -> new FirstTouch(
                                channel, sinceMs + Objects.requireNonNullElse(stored.getFirstTouchAfterMs(), 0L))));
    }

    static StoredMission store(Mission mission, MissionTable missions) {
        TextTable texts = missions.texts();
        return new StoredMission(
                missions.place(mission.mark()),
                mission.rank(),
                Moments.store(mission.sinceMs()),
                mission.visited(),
                mission.reentries(),
                store(mission.gathered(), mission.sinceMs(), texts),
                mission.lower().stream()
                        .map(lower -> new StoredLowerEvidence(
                                lower.rank(),
                                texts.place(lower.rule()),
                                texts.place(lower.by().value()),
                                lower.atMs() - mission.sinceMs()))
                        .toList(),
                texts.place(mission.lastTouch().value()),
                mission.lastTouchAtMs() - mission.sinceMs());
    }

    static Mission read(StoredMission stored, Missions missions) {
        Texts texts = missions.texts();
        long sinceMs = Moments.read(stored.getSince());
        return new Mission(
                missions.at(stored.getMark()),
                stored.getRank(),
                sinceMs,
                stored.getVisited(),
                stored.getReentries(),
                readGathered(stored.getGathered(), sinceMs, texts),
                stored.getLower().stream()
                        .map(lower -> new LowerEvidence(
                                lower.getRank(),
                                texts.at(lower.getRule()),
                                new EventId(texts.at(lower.getBy())),
                                sinceMs + lower.getAfterMs()))
                        .toList(),
                new EventId(texts.at(stored.getLastTouch())),
                sinceMs + stored.getLastTouchAfterMs());
    }

    static StoredMissionMark store(MissionMark mark, TextTable texts) {
        return new StoredMissionMark(
                texts.place(mark.startedBy().value()),
                mark.number(),
                store(mark.entryChannel()),
                texts.place(mark.entryDevice()),
                Codes.store(StoredSegment.class, mark.segment()));
    }

    static MissionMark read(StoredMissionMark stored, Texts texts) {
        return new MissionMark(
                new EventId(texts.at(stored.getStartedBy())),
                stored.getNumber(),
                read(stored.getEntryChannel()),
                texts.find(stored.getEntryDevice()),
                Codes.read(Segment.class, stored.getSegment()));
    }

    static StoredTouchpoint store(Touchpoint touchpoint, Lifecycle lifecycle) {
        return new StoredTouchpoint(
                Codes.store(StoredTouchChannel.class, touchpoint.channel()),
                touchpoint.sinceMs() - lifecycle.sinceMs());
    }

    static Touchpoint read(StoredTouchpoint stored, StoredLifecycle lifecycle) {
        return new Touchpoint(
                Codes.read(TouchChannel.class, stored.getChannel()),
                Moments.read(lifecycle.getSince()) + stored.getAfterMs());
    }

    static @Nullable StoredChannel store(Optional<Channel> channel) {
        return channel.map(known -> Codes.store(StoredChannel.class, known)).orElse(null);
    }

    static Optional<Channel> read(@Nullable StoredChannel stored) {
        return Optional.ofNullable(stored).map(known -> Codes.read(Channel.class, known));
    }

    private static List<StoredPiece> store(Gathered gathered, long sinceMs, TextTable texts) {
        return gathered.pieces().stream()
                .map(piece -> new StoredPiece(
                        texts.place(piece.rule()), texts.place(piece.by().value()), piece.atMs() - sinceMs))
                .toList();
    }

    private static Gathered readGathered(List<StoredPiece> stored, long sinceMs, Texts texts) {
        return new Gathered(stored.stream()
                .map(piece -> new Gathered.Piece(
                        texts.at(piece.getRule()), new EventId(texts.at(piece.getBy())), sinceMs + piece.getAfterMs()))
                .toList());
    }
}
