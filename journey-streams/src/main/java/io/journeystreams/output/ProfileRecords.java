package io.journeystreams.output;

import io.journeystreams.contracts.OpenCart;
import io.journeystreams.contracts.ProfileEvent;
import io.journeystreams.domain.abandonment.AlertId;
import io.journeystreams.domain.profile.ProfileOutput;
import io.journeystreams.domain.stage.Channel;
import io.journeystreams.domain.stage.TouchChannel;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Profiles in the shape of their contract. */
public final class ProfileRecords {

    private final Publisher publisher;

    public ProfileRecords(Publisher publisher) {
        this.publisher = publisher;
    }

    public ProfileEvent of(ProfileOutput output) {
        return ProfileEvent.newBuilder()
                .setProfile(output.profile().value())
                .setTenant(publisher.tenant())
                .setSchemaVersion(Publisher.SCHEMA_VERSION)
                .setPolicyVersion(publisher.policyVersion())
                .setUpdatedAt(Instant.ofEpochMilli(output.updatedAtMs()))
                .setFirstSeenAt(Instant.ofEpochMilli(output.firstSeenAtMs()))
                .setLastSeenAt(Instant.ofEpochMilli(output.lastSeenAtMs()))
                .setLastActivityAt(ContractValues.instant(output.lastActivityAtMs()))
                .setSessions(output.sessions())
                .setOrders(output.orders())
                .setLastOrderAt(ContractValues.instant(output.lastOrderAtMs()))
                .setOpenCarts(output.openCarts().stream()
                        .map(ProfileRecords::openCartOf)
                        .toList())
                .setOpenAlerts(output.openAlerts().stream().map(AlertId::value).toList())
                .setNextDeadline(ContractValues.instant(output.nextDueAtMs()))
                .setStage(output.standing().stage().orElse(null))
                .setLifecycle(output.standing().lifecycle().orElse(null))
                .setMissionId(output.standing().missionId().orElse(null))
                .setFirstTouchChannel(
                        output.standing().firstTouch().map(Channel::text).orElse(null))
                .setTouchpoints(touchpointsOf(output.standing().touches()))
                .build();
    }

    /** In the order of the channels, so that the same picture has the same bytes. */
    private static Map<String, Long> touchpointsOf(Map<TouchChannel, Long> touches) {
        Map<String, Long> touchpoints = new LinkedHashMap<>();
        new TreeMap<>(touches).forEach((channel, count) -> touchpoints.put(channel.text(), count));
        return touchpoints;
    }

    private static OpenCart openCartOf(ProfileOutput.OpenCart cart) {
        return new OpenCart(
                ContractValues.nameOf(cart.cartId()),
                Instant.ofEpochMilli(cart.changedAtMs()),
                ContractValues.of(cart.lines()));
    }
}
