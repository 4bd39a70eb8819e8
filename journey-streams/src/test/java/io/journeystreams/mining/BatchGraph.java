package io.journeystreams.mining;

import io.journeystreams.mining.Trace.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The directly-follows graph of a finished log, counted from its traces with nothing estimated: what the live map is compared with.
 * Shares no code with the rules nor with the export.
 *
 * <p>The edge from {@link #START} to the first activity is there for each trace whose start is known, and the edge from the last
 * one to {@link #END} for each that has ended; neither has a wait. DISCONTINUED is the end of a trace and no activity of its own:
 * the edge to the end has the wait then.
 *
 * @param edges ordered by from and to
 */
public record BatchGraph(Map<Edge, Flow> edges) {

    public static final String START = "";
    public static final String END = "";

    private static final String DISCONTINUED = "DISCONTINUED";

    public BatchGraph {
        Map<Edge, Flow> sorted = new LinkedHashMap<>();
        edges.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(
                        Comparator.comparing(Edge::from).thenComparing(Edge::to)))
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        edges = sorted;
    }

    public record Edge(String from, String to) {}

    /**
     * @param count how often it was taken
     * @param waitsMs how long each took, milliseconds, ascending; fewer than the count where a wait has no meaning
     */
    public record Flow(long count, List<Long> waitsMs) {

        public Flow {
            waitsMs = waitsMs.stream().sorted().toList();
        }

        /**
         * By the nearest rank: the smallest wait that at least this share of all waits does not exceed.
         *
         * @param share above 0, at most 1
         */
        public long percentileMs(double share) {
            if (waitsMs.isEmpty()) {
                throw new IllegalStateException("no waits");
            }
            return waitsMs.get((int) Math.ceil(share * waitsMs.size()) - 1);
        }
    }

    public static BatchGraph of(List<Trace> traces) {
        Counting counting = new Counting();
        traces.forEach(counting::count);
        return new BatchGraph(counting.flows());
    }

    /** An edge that is not there has never been taken. */
    public Flow edge(String from, String to) {
        return edges.getOrDefault(new Edge(from, to), new Flow(0, List.of()));
    }

    private static final class Counting {

        private final Map<Edge, Long> counts = new LinkedHashMap<>();
        private final Map<Edge, List<Long>> waits = new LinkedHashMap<>();

        void count(Trace trace) {
            List<Step> steps = trace.steps();
            if (trace.startKnown()) {
                take(new Edge(START, steps.get(0).activity()));
            }
            for (int i = 1; i < steps.size(); i++) {
                Step before = steps.get(i - 1);
                Step next = steps.get(i);
                String to = next.activity().equals(DISCONTINUED) ? END : next.activity();
                take(new Edge(before.activity(), to));
                waits.computeIfAbsent(new Edge(before.activity(), to), edge -> new ArrayList<>())
                        .add(next.atMs() - before.atMs());
            }
            String last = steps.get(steps.size() - 1).activity();
            if (trace.ended() && !last.equals(DISCONTINUED)) {
                take(new Edge(last, END));
            }
        }

        private void take(Edge edge) {
            counts.merge(edge, 1L, Long::sum);
        }

        Map<Edge, Flow> flows() {
            Map<Edge, Flow> flows = new LinkedHashMap<>();
            counts.forEach((edge, count) -> flows.put(edge, new Flow(count, waits.getOrDefault(edge, List.of()))));
            return flows;
        }
    }
}
