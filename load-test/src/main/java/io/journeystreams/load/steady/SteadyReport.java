package io.journeystreams.load.steady;

import io.journeystreams.load.measure.Budget;
import io.journeystreams.load.measure.Machine;
import io.journeystreams.load.measure.Spread;
import java.util.List;

/** What came out. */
public final class SteadyReport {

    private static final double P99 = 99;
    private static final double MUST_MS = 400;
    private static final double AIM_MS = 250;

    private final Machine machine;
    private final SteadyRequest request;
    private final List<Tally> tallies;
    private final Span span;
    private final double sentLateMs;
    private final List<HeapUse> heapUses;

    /**
     * @param tallies one of each kind
     * @param sentLateMs how long after it was due an event was sent at most
     * @param heapUses of each start of an instance
     */
    SteadyReport(
            Machine machine,
            SteadyRequest request,
            List<Tally> tallies,
            Span span,
            double sentLateMs,
            List<HeapUse> heapUses) {
        this.machine = machine;
        this.request = request;
        this.tallies = List.copyOf(tallies);
        this.span = span;
        this.sentLateMs = sentLateMs;
        this.heapUses = List.copyOf(heapUses);
    }

    /** Whether every output that had to come came, and none twice. */
    public boolean isExact() {
        return tallies.stream().allMatch(Tally::isExact);
    }

    /** Whether the budget of latency is kept as it must be. */
    public boolean meetsMust() {
        return budget().meetsMust();
    }

    /** For the console, and for a document. */
    public String text() {
        return new SteadyText(this).text();
    }

    /** For programs. */
    public String json() {
        return new SteadyJson(this).text();
    }

    Machine machine() {
        return machine;
    }

    SteadyRequest request() {
        return request;
    }

    List<Tally> tallies() {
        return tallies;
    }

    /** Of all kinds. */
    Latency latency() {
        return tallies.stream().map(Tally::latency).reduce(new Latency(), Latency::plus);
    }

    Budget budget() {
        double measuredMs = latency().ms(P99);
        return new Budget(
                "input to output at the consumer, p99",
                "ms",
                MUST_MS,
                AIM_MS,
                true,
                new Spread(measuredMs, measuredMs, measuredMs));
    }

    Span span() {
        return span;
    }

    double sentLateMs() {
        return sentLateMs;
    }

    List<HeapUse> heapUses() {
        return heapUses;
    }

    /** In words. */
    String exactness() {
        return isExact() ? "every output that had to come came exactly once" : "OUTPUTS ARE MISSING OR REPEATED";
    }

    /** In words. */
    String pace() {
        return span.keepsUp()
                ? "the processor keeps up"
                : "THE PROCESSOR DOES NOT KEEP UP with " + request.rate()
                        + " events/s on this machine: latencies grow as" + " long as it lasts";
    }
}
