package io.journeystreams.domain.map;

import io.journeystreams.domain.abandonment.Alert;
import io.journeystreams.domain.abandonment.AlertOutput;
import io.journeystreams.domain.abandonment.PublishedAlert;
import io.journeystreams.domain.churn.ChurnAlert;
import io.journeystreams.domain.churn.ToldAlert;
import io.journeystreams.domain.moment.Moment;
import io.journeystreams.domain.moment.Moment.ContactFigures;
import io.journeystreams.domain.service.Friction;
import io.journeystreams.domain.stage.Channel;
import io.journeystreams.domain.stage.Direction;
import io.journeystreams.domain.stage.Layer;
import io.journeystreams.domain.stage.StageModel;
import io.journeystreams.domain.stage.Transition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What each fact counts. A fact counts the same whenever it is asked, so that it can be taken out again. */
public final class MapCounts {

    /** An alert counts so in any case, and once more by what became of it. */
    public static final String FIRED = "FIRED";

    public static final String ENDED = "ENDED";
    public static final String HANDLED = "HANDLED";
    public static final String ABANDONED = "ABANDONED";

    private MapCounts() {}

    /** A move is an edge; the one that ends a mission is followed by an edge to the end. */
    static List<MapCount> of(Transition move) {
        MapSlice slice = MapSlice.of(move);
        MapSeries series = MapSeries.valueOf(move.layer().name());
        boolean isDiscontinued = move.to().equals(StageModel.DISCONTINUED);
        MapCount edge = MapCount.of(
                        move.atMs(),
                        slice,
                        series,
                        move.from().orElse(MapLine.NOWHERE),
                        isDiscontinued ? MapLine.NOWHERE : move.to())
                .looping(isLoop(move))
                .lasting(move.timeSpentMs())
                .worth(move.value());
        boolean isEnd = move.layer() == Layer.MISSION && move.goalReached();
        return isEnd
                ? List.of(
                        edge,
                        MapCount.of(move.atMs(), slice, series, move.to(), MapLine.GOAL)
                                .worth(move.value()))
                : List.of(edge);
    }

    /** The end of a mission is no stage: reaching it is no way back. */
    private static boolean isLoop(Transition move) {
        boolean isBack = move.direction() == Direction.BACKWARD || move.direction() == Direction.REENTRY;
        return isBack && move.from().isPresent() && !move.to().equals(StageModel.COMPLETED);
    }

    static List<MapCount> of(Friction friction) {
        MapSlice slice = friction.mission()
                .map(MapSlice::of)
                .orElseGet(() -> MapSlice.of(friction.channel(), friction.device(), MapSlice.UNKNOWN));
        return List.of(MapCount.of(
                        friction.atMs(),
                        slice,
                        MapSeries.FRICTION,
                        friction.stage().orElse(MapLine.NOWHERE),
                        friction.kind().name())
                .worth(friction.valueLost()));
    }

    /** Of contacts alone: the other moments are no part of the map. */
    static List<MapCount> of(Moment moment) {
        return moment.contact().map(figures -> of(moment, figures)).orElse(List.of());
    }

    private static List<MapCount> of(Moment moment, ContactFigures figures) {
        if (moment.kind() != Moment.Kind.CONTACT_ENDED) {
            return List.of(contact(moment, figures, moment.kind().name()));
        }
        List<MapCount> counts = new ArrayList<>();
        counts.add(contact(moment, figures, ENDED).lasting(figures.waitMs()));
        if (figures.handlingMs().isPresent()) {
            counts.add(contact(moment, figures, HANDLED).lasting(figures.handlingMs()));
        }
        if (figures.abandoned()) {
            counts.add(contact(moment, figures, ABANDONED));
        }
        return counts;
    }

    private static MapCount contact(Moment moment, ContactFigures figures, String what) {
        return MapCount.of(moment.atMs(), MapSlice.WHOLE, MapSeries.CONTACT, figures.channel(), what);
    }

    /** In the time in which it fell due, whenever the end of it came. */
    static List<MapCount> of(PublishedAlert published) {
        Alert alert = published.alert();
        Optional<Channel> channel = alert.visit().channel().map(Channel::of);
        MapSlice slice = MapSlice.of(channel, alert.visit().device(), MapSlice.UNKNOWN);
        String kind = alert.subject().kind().name();
        MapCount fired = MapCount.of(alert.deadlineMs(), slice, MapSeries.ALERT, kind, FIRED)
                .worth(alert.total());
        boolean stands = published.state() == AlertOutput.State.ABANDONED;
        return stands
                ? List.of(fired)
                : List.of(
                        fired,
                        MapCount.of(
                                        alert.deadlineMs(),
                                        slice,
                                        MapSeries.ALERT,
                                        kind,
                                        published.state().name())
                                .worth(alert.total()));
    }

    static List<MapCount> of(ToldAlert told) {
        if (!told.stands()) {
            return List.of();
        }
        ChurnAlert alert = told.alert();
        String standing = (alert.isFiring() ? "FIRING" : "CLEARED") + " " + alert.level();
        return List.of(MapCount.of(
                        alert.firedAtMs(),
                        MapSlice.WHOLE,
                        MapSeries.CHURN,
                        alert.kind().name(),
                        standing)
                .worth(alert.currentScore().valueAtRisk()));
    }
}
