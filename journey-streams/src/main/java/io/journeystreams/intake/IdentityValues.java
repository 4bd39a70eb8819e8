package io.journeystreams.intake;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells ids from values that stand for no id (rule I7). */
public final class IdentityValues {

    private static final Set<String> NOBODY = Set.of("-1", "null", "undefined", "anonymous");

    private IdentityValues() {}

    /** The id as given, or nothing where it identifies nobody. */
    public static Optional<String> of(@Nullable String value) {
        return value == null || isNobody(value) ? Optional.empty() : Optional.of(value);
    }

    /** Something was given, and it identifies nobody. */
    static boolean isRefused(@Nullable String value) {
        return value != null && isNobody(value);
    }

    private static boolean isNobody(String value) {
        String plain = value.strip().toLowerCase(Locale.ROOT);
        return NOBODY.contains(plain) || isZerosAndDashes(plain);
    }

    /** Also true of the empty text and of the zero UUID. */
    private static boolean isZerosAndDashes(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) != '0' && value.charAt(i) != '-') {
                return false;
            }
        }
        return true;
    }
}
