package io.journeystreams.demo;

import java.util.List;
import java.util.Locale;
import java.util.Random;

/** What shoppers shop with, with the share of the visits, in percent. */
enum Device {
    DESKTOP(38),
    MOBILE(37),
    APP(17),
    TABLET(8);

    private final int share;

    Device(int share) {
        this.share = share;
    }

    /** As events name it. */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    int share() {
        return share;
    }

    static Device any(Random random) {
        return Drawing.oneOf(List.of(values()), Device::share, random);
    }
}
