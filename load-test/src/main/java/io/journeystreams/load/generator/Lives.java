package io.journeystreams.load.generator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** The lives that are played: who is known when, on which device, and what becomes of them. */
final class Lives {
    private static final long[] CLOCK_ERRORS_MS = {days(365), 2_000, days(-2), days(-4)};

    private final SplittableRandom random;
    private final Rates rates;
    private final long lengthMs;
    private final boolean namesCarts;

    Lives(SplittableRandom random, Rates rates, long lengthMs) {
        this.random = random;
        this.rates = rates;
        this.lengthMs = lengthMs;
        this.namesCarts = random.nextInt(10) < 7; // a shop does or does not
    }

    List<Happening> of(Population population) {
        List<Happening> all = new ArrayList<>();
        times(population.anonymous(), i -> all.addAll(anonymous("a" + i)));
        times(population.known(), i -> all.addAll(known("k" + i)));
        times(population.loggingIn(), i -> all.addAll(loggingIn("l" + i)));
        times(population.sharedDevices(), i -> all.addAll(sharing("s" + i)));
        times(population.merged(), i -> all.addAll(merging("m" + i)));
        times(population.erased(), i -> all.addAll(erased("x" + i)));
        times(population.comingBack(), i -> all.addAll(comingBack("g" + i)));
        return all;
    }

    private List<Happening> anonymous(String name) {
        Player player = player(name);
        if (random.nextInt(5) == 0) {
            player.becomes("d-" + name, "undefined"); // no identity (I7)
        }
        livesOn(player, lengthMs);
        return player.happenings();
    }

    private List<Happening> known(String name) {
        Player player = player(name);
        boolean twoDevices = random.nextInt(3) == 0;
        player.becomes("d-" + name, "c-" + name);
        while (player.nowMs() < lengthMs) {
            if (twoDevices) {
                player.becomes(random.nextBoolean() ? "d-" + name : "e-" + name, "c-" + name);
            }
            player.visits();
            pauses(player);
            if (random.nextInt(6) == 0) {
                player.buys();
            }
            if (random.nextInt(6) == 0) {
                player.logsOut();
            }
        }
        return player.happenings();
    }

    private List<Happening> loggingIn(String name) {
        Player player = player(name);
        String customer = "c-" + name;
        livesOn(player, player.nowMs() + random.nextLong(1_000, 20_000));
        player.logsIn(customer);
        boolean saysSo = random.nextInt(4) != 0;
        if (!saysSo) {
            player.becomes("d-" + name, null);
        }
        livesOn(player, lengthMs);
        return player.happenings();
    }

    /** Two customers by turns on one device, and now and then nobody (I4). */
    private List<Happening> sharing(String name) {
        Player player = player(name);
        while (player.nowMs() < lengthMs) {
            int who = random.nextInt(5);
            player.becomes("d-" + name, who == 4 ? null : "c-" + name + who % 2);
            player.visits();
            pauses(player);
        }
        return player.happenings();
    }

    private List<Happening> merging(String name) {
        List<Happening> all = new ArrayList<>();
        Player from = player(name + "f", true); // the rules do not say what becomes of two carts without names
        from.becomes("d-" + name + "f", "c-" + name + "f");
        livesOn(from, from.nowMs() + random.nextLong(4_000, 20_000));
        from.crmTells("customers_merged", Map.of("from", "c-" + name + "f", "to", "c-" + name + "t"));
        livesOn(from, from.nowMs() + 10_000);
        Player to = player(name + "t", true);
        to.becomes("d-" + name + "t", "c-" + name + "t");
        livesOn(to, lengthMs);
        all.addAll(from.happenings());
        all.addAll(to.happenings());
        return all;
    }

    private List<Happening> erased(String name) {
        Player player = player(name);
        player.becomes("d-" + name, "c-" + name);
        livesOn(player, player.nowMs() + random.nextLong(4_000, 25_000));
        player.crmTells("customer_erased", Map.of());
        if (random.nextBoolean()) {
            player.waits(1_000, 3_000);
            livesOn(player, lengthMs);
        }
        return player.happenings();
    }

    /** Again and again they fill a cart before they say who they are, and have one in their account already (A9). */
    private List<Happening> comingBack(String name) {
        Player player = player(name, true); // carts without names are one from the beginning
        String customer = "c-" + name;
        player.becomes("d-" + name, customer);
        while (player.nowMs() < lengthMs) {
            livesOn(player, player.nowMs() + random.nextLong(1_000, 10_000));
            player.becomesAGuest(random.nextBoolean() ? "d-" + name : "e-" + name);
            livesOn(player, player.nowMs() + random.nextLong(500, 4_000));
            player.comesBack(customer);
            pauses(player);
        }
        return player.happenings();
    }

    private void livesOn(Player player, long untilMs) {
        while (player.nowMs() < untilMs) {
            player.visits();
            pauses(player);
            if (random.nextInt(6) == 0) {
                player.buys();
            }
        }
    }

    /** Short enough to go on with what is armed, or long enough to let it fall due. */
    private void pauses(Player player) {
        if (random.nextInt(3) == 0) {
            player.waits(500, 4_500);
        } else {
            player.waits(5_000, 14_000);
        }
    }

    private Player player(String name) {
        return player(name, namesCarts);
    }

    private Player player(String name, boolean namesItsCarts) {
        boolean lies = random.nextDouble() < rates.lyingClocks();
        long clockErrorMs = lies ? CLOCK_ERRORS_MS[random.nextInt(CLOCK_ERRORS_MS.length)] : 0;
        long fromMs = random.nextLong(0, Math.max(1, lengthMs / 2));
        return new Player(name, random.split(), namesItsCarts, fromMs, clockErrorMs, rates.laggingOrders());
    }

    private static void times(int count, java.util.function.IntConsumer action) {
        for (int i = 0; i < count; i++) {
            action.accept(i);
        }
    }

    private static long days(int days) {
        return days * 86_400_000L;
    }
}
