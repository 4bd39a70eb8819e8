package io.journeystreams.observe;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/** What {@code /status} says, as JSON. */
public final class StatusReport {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String applicationId;
    private final String policyVersion;
    private final Health health;
    private final JourneyMeters meters;
    private final Instant startedAt;

    public StatusReport(
            String applicationId, String policyVersion, Health health, JourneyMeters meters, Instant startedAt) {
        this.applicationId = applicationId;
        this.policyVersion = policyVersion;
        this.health = health;
        this.meters = meters;
        this.startedAt = startedAt;
    }

    String json() {
        ObjectNode status = JSON.createObjectNode()
                .put("applicationId", applicationId)
                .put("policyVersion", policyVersion)
                .put("startedAt", startedAt.toString())
                .put("state", health.state().name())
                .put("ready", health.notReady().isEmpty());
        health.notReady().ifPresent(reason -> status.put("reason", reason));
        health.restoredPercent().ifPresent(percent -> status.put("restoredPercent", percent));
        ObjectNode clocks = status.putObject("clocks");
        meters.clocksMs()
                .forEach((partition, timeMs) -> clocks.put(
                        String.valueOf(partition), Instant.ofEpochMilli(timeMs).toString()));
        try {
            return JSON.writeValueAsString(status);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain values is always JSON", e);
        }
    }
}
