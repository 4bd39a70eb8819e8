package io.journeystreams.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScreenTest {

    private final StringWriter printed = new StringWriter();

    @Test
    void elsewhereThanOnATerminalThereAreLinesAndNoControlCodes() {
        // given
        Screen screen = new Screen(new PrintWriter(printed), false);

        // when
        screen.show(List.of("one", "two"));
        screen.print("news");
        screen.show(List.of("three"));
        screen.endCounts();

        // then
        assertThat(printed).hasToString("one\ntwo\nnews\nthree\n");
    }

    @Test
    void onATerminalTheCountsStayBelowTheLines() {
        // given
        Screen screen = new Screen(new PrintWriter(printed), true);

        // when
        screen.show(List.of("old", "counts"));
        screen.print("news");
        screen.show(List.of("new", "counts"));

        // then
        String clear = "\u001b[K\n";
        String up = "\r\u001b[2A";
        String counts = "\u001b[?7l%s" + clear + "counts" + clear + "\u001b[?7h";
        assertThat(printed)
                .hasToString(counts.formatted("old") + up + "news" + clear + counts.formatted("old") + up
                        + counts.formatted("new"));
    }

    @Test
    void afterTheEndNothingIsLeftOfTheCounts() {
        // given
        Screen screen = new Screen(new PrintWriter(printed), true);
        screen.show(List.of("counts"));

        // when
        screen.endCounts();
        screen.print("bye");

        // then
        assertThat(printed.toString()).endsWith("\r\u001b[1A\u001b[Jbye\u001b[K\n");
    }
}
