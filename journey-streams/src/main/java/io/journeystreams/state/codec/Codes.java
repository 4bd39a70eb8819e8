package io.journeystreams.state.codec;

/** Enum codes. The rules' enums and the stored ones have the same names, which are for ever. */
final class Codes {

    /** Default symbol of every stored enum: a code that this program does not know. */
    private static final String UNKNOWN = "UNKNOWN";

    private Codes() {}

    static <S extends Enum<S>> S store(Class<S> stored, Enum<?> code) {
        return Enum.valueOf(stored, code.name());
    }

    /** @throws UnreadableStateException if the code is one that this program does not know */
    static <D extends Enum<D>> D read(Class<D> type, Enum<?> stored) {
        if (stored.name().equals(UNKNOWN)) {
            throw new UnreadableStateException("code of " + type.getSimpleName() + " must be a known one");
        }
        return Enum.valueOf(type, stored.name());
    }
}
