package io.journeystreams.local.registry;

/** A version as named in a request: a number from 1 on, or the latest ({@code latest}, or {@code -1}). */
public final class VersionSelector {

    /** The newest version that is not deleted. */
    public static final VersionSelector LATEST = new VersionSelector(-1);

    private final int number;

    private VersionSelector(int number) {
        this.number = number;
    }

    /** @throws RegistryRefusal 42202 unless the text is {@code latest}, {@code -1} or a whole number of at least 1 */
    public static VersionSelector parse(String text) {
        if (text.equals("latest") || text.equals("-1")) {
            return LATEST;
        }
        try {
            return of(Integer.parseInt(text));
        } catch (NumberFormatException notANumber) {
            throw RegistryRefusal.invalidVersion(text);
        }
    }

    /** @throws RegistryRefusal 42202 if the number is below 1 */
    public static VersionSelector of(int number) {
        if (number < 1) {
            throw RegistryRefusal.invalidVersion(Integer.toString(number));
        }
        return new VersionSelector(number);
    }

    boolean isLatest() {
        return number < 0;
    }

    int number() {
        return number;
    }

    @Override
    public String toString() {
        return isLatest() ? "latest" : Integer.toString(number);
    }
}
