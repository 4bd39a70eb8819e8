package io.journeystreams.load.shop;

import java.util.List;

/**
 * A visit that has come to one of its steps.
 *
 * @param steps all of the visit, in order
 */
public record Visiting(List<ShopEvent> steps, int index) {

    public ShopEvent event() {
        return steps.get(index);
    }

    public long atMs() {
        return event().atMs();
    }

    public boolean isLast() {
        return index + 1 == steps.size();
    }

    public Visiting further() {
        return new Visiting(steps, index + 1);
    }
}
