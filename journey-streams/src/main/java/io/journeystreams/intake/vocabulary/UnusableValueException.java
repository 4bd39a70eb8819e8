package io.journeystreams.intake.vocabulary;

/** A value is not what its field takes. The message names the field's rule and never shows the value. */
final class UnusableValueException extends Exception {

    private static final long serialVersionUID = 1;

    private final String problem;

    UnusableValueException(String problem) {
        super(problem, null, false, false);
        this.problem = problem;
    }

    String problem() {
        return problem;
    }

    /** The same, said of the place in which it happened. */
    UnusableValueException in(String place) {
        return new UnusableValueException(place + ": " + problem);
    }
}
