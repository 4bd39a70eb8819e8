package io.journeystreams.mining;

/** Texts of whoever sent the events, so that any reader of the file survives them. */
final class LogText {

    private static final int REPLACEMENT = 0xFFFD;

    /** What a spreadsheet takes a cell for a formula by, and the sign by which we say that it is none. */
    private static final String FORMULA_STARTS = "=+-@\t\r\n'";

    private LogText() {}

    /** Without characters that XML 1.0 does not have (its production 2), lone surrogates among them: each is U+FFFD then. */
    static String clean(String text) {
        if (text.codePoints().allMatch(LogText::isInXml)) {
            return text;
        }
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().map(c -> isInXml(c) ? c : REPLACEMENT).forEach(clean::appendCodePoint);
        return clean.toString();
    }

    private static boolean isInXml(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= ' ' && c < Character.MIN_SURROGATE)
                || (c > Character.MAX_SURROGATE && c <= REPLACEMENT)
                || c >= Character.MIN_SUPPLEMENTARY_CODE_POINT;
    }

    /** Between the double quotes of an attribute. White space is escaped: a reader would make it a space otherwise. */
    static String inXmlAttribute(String text) {
        String clean = clean(text);
        StringBuilder escaped = new StringBuilder(clean.length());
        for (int i = 0; i < clean.length(); i++) {
            char c = clean.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\t', '\n', '\r' -> escaped.append("&#").append((int) c).append(';');
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }

    /**
     * A cell. One that a spreadsheet would take for a formula gets an apostrophe before it, and so does one that begins with an
     * apostrophe, so that two texts never become the same.
     */
    static String inCsv(String text) {
        String clean = clean(text);
        boolean isFormula = !clean.isEmpty() && FORMULA_STARTS.indexOf(clean.charAt(0)) >= 0;
        String safe = isFormula ? "'" + clean : clean;
        boolean isPlain = safe.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return isPlain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }
}
