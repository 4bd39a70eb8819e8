package io.journeystreams.mining;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(10)
class LogTextTest {

    @Test
    void charactersThatXmlDoesNotHaveAreReplaced() {
        assertThat(LogText.clean("a\0b\u0001c\u001Fd\uFFFEe\uFFFFf")).isEqualTo("a\uFFFDb\uFFFDc\uFFFDd\uFFFDe\uFFFDf");
        assertThat(LogText.clean("lone \uD83D and \uDE00")).isEqualTo("lone \uFFFD and \uFFFD");
    }

    @Test
    void everyOtherCharacterStays() {
        String text = "tab\t line\n return\r \u007F\u0085 ü € \uD7FF\uE000\uFFFD 😀";

        assertThat(LogText.clean(text)).isEqualTo(text);
    }

    @Test
    void anAttributeHoldsMarkupAndWhiteSpace() {
        assertThat(LogText.inXmlAttribute("\"><x a='1'>&amp;]]>\n\t\r"))
                .isEqualTo("&quot;&gt;&lt;x a='1'&gt;&amp;amp;]]&gt;&#10;&#9;&#13;");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "plain|plain",
                "a,b|\"a,b\"",
                "a\"b|\"a\"\"b\"",
                "=1+1|'=1+1",
                "+49|'+49",
                "-1|'-1",
                "@SUM(A1)|'@SUM(A1)",
                "'=1+1|''=1+1",
                "=HYPERLINK(\"x\",\"y\")|\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"",
                "a=b|a=b",
                "2026-03-01|2026-03-01"
            })
    void aCellIsNoFormula(String text, String cell) {
        assertThat(LogText.inCsv(text)).isEqualTo(cell);
    }

    @Test
    void aCellMayHoldLines() {
        assertThat(LogText.inCsv("a\nb")).isEqualTo("\"a\nb\"");
        assertThat(LogText.inCsv("\ta")).isEqualTo("'\ta");
        assertThat(LogText.inCsv("\ra")).isEqualTo("\"'\ra\"");
        assertThat(LogText.inCsv("")).isEmpty();
    }

    @Test
    void twoTextsNeverBecomeTheSameCell() {
        Stream<String> texts = Stream.of("=a", "'=a", "''=a", "a", "'a", "+a", "'+a");

        assertThat(texts.map(LogText::inCsv)).doesNotHaveDuplicates();
    }
}
