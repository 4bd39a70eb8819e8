package io.journeystreams.domain.engine;

import io.journeystreams.domain.abandonment.Alert;
import io.journeystreams.domain.abandonment.AlertId;
import io.journeystreams.domain.cart.Cart;
import io.journeystreams.domain.profile.Course;
import io.journeystreams.domain.profile.Journey;
import io.journeystreams.domain.profile.ProfileOutput;
import io.journeystreams.domain.profile.ProfileOutput.OpenCart;
import io.journeystreams.domain.profile.ProfileOutput.Standing;
import io.journeystreams.domain.profile.ProfileState;
import io.journeystreams.domain.stage.StageModel;
import io.journeystreams.domain.stage.Stages;
import java.util.List;
import java.util.OptionalLong;

/** The current picture of a profile, for its readers. */
final class Picture {

    private Picture() {}

    static ProfileOutput of(
            ProfileState state, Journey journey, StageModel model, String tenant, long dueAtMs, long updatedAtMs) {
        return new ProfileOutput(
                state.key(),
                journey.firstSeenAtMs(),
                journey.lastSeenAtMs(),
                unless(Long.MIN_VALUE, journey.lastActivityAtMs()),
                journey.sessionCount(),
                journey.purchases().count(),
                journey.purchases().lastAtMs(),
                openCarts(journey),
                openAlerts(state),
                unless(ProfileState.NEVER, dueAtMs),
                standing(journey.course(), model, tenant),
                updatedAtMs);
    }

    private static Standing standing(Course course, StageModel model, String tenant) {
        Stages stages = course.stages();
        return new Standing(
                stages.stage(model),
                stages.lifecycle().stage(),
                stages.mission().map(mission -> mission.mark().id(tenant)),
                stages.lifecycle().firstChannel(),
                course.service().touches());
    }

    private static List<OpenCart> openCarts(Journey journey) {
        return journey.carts().carts().stream()
                .filter(cart -> !cart.isEmpty())
                .map(Picture::openCart)
                .toList();
    }

    private static OpenCart openCart(Cart cart) {
        return new OpenCart(cart.id(), cart.changedAtMs(), cart.contents());
    }

    private static List<AlertId> openAlerts(ProfileState state) {
        return state.alerts().open().stream().map(Alert::id).toList();
    }

    private static OptionalLong unless(long none, long ms) {
        return ms == none ? OptionalLong.empty() : OptionalLong.of(ms);
    }
}
