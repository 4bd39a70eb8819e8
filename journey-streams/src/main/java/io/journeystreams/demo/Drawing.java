package io.journeystreams.demo;

import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/** Chance with unequal shares. */
final class Drawing {

    private static final int PERCENT = 100;

    private Drawing() {}

    /** One of these, each as often as its weight is of all weights together. */
    static <T> T oneOf(List<T> choices, ToDoubleFunction<T> weight, Random random) {
        double left = random.nextDouble() * choices.stream().mapToDouble(weight).sum();
        for (T choice : choices) {
            left -= weight.applyAsDouble(choice);
            if (left < 0) {
                return choice;
            }
        }
        return choices.get(choices.size() - 1);
    }

    static boolean isOneIn(int percent, Random random) {
        return random.nextInt(PERCENT) < percent;
    }
}
