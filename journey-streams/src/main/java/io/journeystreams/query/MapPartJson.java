package io.journeystreams.query;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.journeystreams.domain.abandonment.Tally;
import io.journeystreams.domain.churn.Calibration;
import io.journeystreams.domain.map.MapLine;
import io.journeystreams.domain.map.MapSeries;
import io.journeystreams.map.Cell;
import io.journeystreams.map.CellCodec;
import io.journeystreams.map.MapSum;
import io.journeystreams.state.codec.CalibrationCodec;
import io.journeystreams.state.codec.TallyCodec;
import java.nio.BufferUnderflowException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/** A part of the map as one instance tells it another; of one version of the program, and for nobody else. */
final class MapPartJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private MapPartJson() {}

    static String write(MapPart part) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        part.partitions().forEach(json.putArray("partitions")::add);
        part.clockMs().ifPresent(ms -> json.put("clockMs", ms));
        json.put("tally", text(TallyCodec.encode(Tally.of(part.trial()))));
        json.put("calibration", text(CalibrationCodec.encode(part.calibration())));
        MapSum sum = part.sum();
        sum.channels().forEach(json.putArray("channels")::add);
        sum.devices().forEach(json.putArray("devices")::add);
        sum.segments().forEach(json.putArray("segments")::add);
        Map<MapLine, Integer> places = new HashMap<>();
        ArrayNode cells = json.putArray("lines");
        sum.lines().forEach((line, cell) -> {
            places.put(line, cells.size());
            cells.addArray()
                    .add(line.series().name())
                    .add(line.from())
                    .add(line.to())
                    .add(text(CellCodec.encode(cell, true)));
        });
        ArrayNode entries = json.putArray("entries");
        sum.entries().forEach((channel, entry) -> entries.addArray()
                .add(channel)
                .add(text(CellCodec.encode(entry.started(), true)))
                .add(text(CellCodec.encode(entry.goals(), true))));
        ArrayNode counts = json.putArray("counts");
        sum.counts().forEach((startMs, at) -> write(startMs, at, places, counts));
        return json.toString();
    }

    /** The beginning, then place of a line and its count, again and again. */
    private static void write(long startMs, Map<MapLine, Long> at, Map<MapLine, Integer> places, ArrayNode counts) {
        ArrayNode row = counts.addArray().add(startMs);
        at.forEach((line, count) -> row.add(places.get(line)).add(count));
    }

    /** @throws IllegalArgumentException if it is something else */
    static MapPart read(String text) {
        try {
            return read(JSON.readTree(text));
        } catch (JsonProcessingException | IndexOutOfBoundsException | BufferUnderflowException e) {
            throw new IllegalArgumentException("no part of a map", e);
        }
    }

    private static MapPart read(JsonNode json) {
        MapSum sum = new MapSum();
        json.path("channels").forEach(name -> sum.channels().add(name.asText()));
        json.path("devices").forEach(name -> sum.devices().add(name.asText()));
        json.path("segments").forEach(name -> sum.segments().add(name.asText()));
        List<MapLine> lines = new ArrayList<>();
        for (JsonNode row : json.path("lines")) {
            MapLine line = new MapLine(
                    MapSeries.valueOf(row.path(0).asText()),
                    row.path(1).asText(),
                    row.path(2).asText());
            Cell cell = CellCodec.decode(bytes(row.path(3)));
            lines.add(line);
            sum.add(line, cell);
        }
        for (JsonNode row : json.path("entries")) {
            sum.addEntry(
                    row.path(0).asText(),
                    new MapSum.Entry(CellCodec.decode(bytes(row.path(1))), CellCodec.decode(bytes(row.path(2)))));
        }
        for (JsonNode row : json.path("counts")) {
            for (int i = 1; i + 1 < row.size(); i += 2) {
                sum.addCount(
                        lines.get(row.path(i).asInt()),
                        row.path(0).asLong(),
                        row.path(i + 1).asLong());
            }
        }
        Set<Integer> partitions = new TreeSet<>();
        json.path("partitions").forEach(partition -> partitions.add(partition.asInt()));
        OptionalLong clockMs =
                json.has("clockMs") ? OptionalLong.of(json.path("clockMs").asLong()) : OptionalLong.empty();
        Calibration calibration = CalibrationCodec.decode(bytes(json.path("calibration")));
        return new MapPart(
                sum,
                partitions,
                clockMs,
                TallyCodec.decode(bytes(json.path("tally"))).trial(),
                calibration);
    }

    private static String text(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] bytes(JsonNode text) {
        return Base64.getDecoder().decode(text.asText());
    }
}
