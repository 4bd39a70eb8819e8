package io.journeystreams.cli;

import io.journeystreams.config.DurationText;
import io.journeystreams.demo.DemoRules;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** What a demo says before it begins: what there is to see, when, and what its words mean. */
record DemoIntroduction(Demo.Choices choices) {

    List<String> lines() {
        return List.of(
                "",
                "What there is to see, on the map and below:",
                row(
                        "at once",
                        "shoppers come by search, mails, social media and links; where they go on, turn back and buy"),
                row("20s", "reminders of what was left alone, the money at stake, and who buys after all;"),
                row("", "one customer in ten is not reminded, to compare"),
                row("40s", "chats, calls and tickets against the waits promised; customers who may be leaving"),
                row(
                        DurationText.format(DemoRules.MISSION_SILENCE),
                        "who left: nobody has gone on with their shopping for so long"),
                failure(),
                row("look at", "names a customer to open on the page, once there is something to see"),
                "",
                "Somebody who leaves a cart alone is ABANDONED and should be reminded; RECOVERED, who then buys; RETRACTED,",
                "who turns out to have bought before, in the store. Nobody who has bought may be reminded: that is checked.",
                format(
                        "Alone means for %d s here (checkout %d s, failed payment %d s), in a real shop for 60, 30 and 15 minutes.",
                        DemoRules.CART_DELAY.toSeconds(),
                        DemoRules.CHECKOUT_DELAY.toSeconds(),
                        DemoRules.PAYMENT_DELAY.toSeconds()),
                "c: is a customer who is logged in, a: the device of a visitor who is not. The README says how to read the",
                "alerts with kcat.",
                "",
                end(),
                "");
    }

    private String failure() {
        return choices.scene()
                .providerFailsAfter()
                .map(after -> row(
                        DurationText.format(after),
                        "the card provider starts to fail: what breaks, where, and what it costs"))
                .orElse(row("never", "the card provider fails (--provider-fails-after never)"));
    }

    private String end() {
        return choices.runFor().map(DemoIntroduction::endAfter).orElse("Ctrl-C stops the demo.");
    }

    private static String endAfter(Duration length) {
        return "The demo stops by itself after " + length.toSeconds() + " s; Ctrl-C stops it now.";
    }

    private static String row(String when, String what) {
        return format("   %-8s %s", when, what);
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
