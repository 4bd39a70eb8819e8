package io.journeystreams.intake.vocabulary;

import java.util.Locale;
import java.util.regex.Pattern;

/** Names of events as we write types: {@code Product Added}, {@code productAdded} and {@code product-added} are product_added. */
final class TypeName {

    private static final Pattern OURS = Pattern.compile("[a-z][a-z0-9_]*");
    private static final Pattern HUMP = Pattern.compile("(?<=[\\p{Ll}\\p{N}])(?=\\p{Lu})");
    private static final Pattern OTHER = Pattern.compile("[^\\p{L}\\p{N}]+");

    private TypeName() {}

    /** A name without letters and digits stays as it is. */
    static String of(String name) {
        String words = OTHER.matcher(HUMP.matcher(name).replaceAll("_")).replaceAll("_");
        String plain = words.replaceAll("^_|_$", "").toLowerCase(Locale.ROOT);
        return plain.isEmpty() ? name : plain;
    }

    /** Whether a mapping may name it as one of our types. */
    static boolean isType(String text) {
        return OURS.matcher(text).matches();
    }
}
