package io.journeystreams.topology;

import java.time.Duration;

/** Budgets for tests that hold wherever they run. */
public final class Sweeps {

    /** As many entries as usual, however slow the machine is. */
    public static final SweepBudget UNHURRIED = new SweepBudget(
            Duration.ofMinutes(1),
            SweepBudget.defaults().entries(),
            SweepBudget.defaults().resumeAfter());

    private Sweeps() {}
}
