package io.journeystreams.load.oracle;

import java.util.List;

/** What must hold of everything that was published, whatever happened in between. */
interface Invariant {

    /** Its name in a {@link Difference}. */
    default String name() {
        return getClass().getSimpleName();
    }

    List<Difference> broken(List<Fact> facts, Published published);

    default Difference difference(String profile, Object what) {
        return new Difference(name(), profile, what.toString());
    }
}
