package io.journeystreams.load.bench;

import io.journeystreams.contracts.ClickstreamEvent;
import io.journeystreams.load.shop.Wire;
import java.util.Iterator;

/** The week of the benchmark's shop, as its frontend would send it, in event-time order; the same for the same seed. */
public final class ShopClicks implements Iterator<ClickstreamEvent> {

    private final ShopLog log;
    private long number;

    /**
     * @param events how many there are, at least 1 000
     * @param beginningMs of the week, epoch milliseconds
     */
    public ShopClicks(long seed, long events, long beginningMs) {
        this.log = new ShopLog(seed, events, beginningMs);
    }

    @Override
    public boolean hasNext() {
        return log.hasNext();
    }

    @Override
    public ClickstreamEvent next() {
        return Wire.event(log.next(), number++);
    }
}
