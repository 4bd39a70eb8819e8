package io.journeystreams.demo;

import io.journeystreams.contracts.AbandonmentState;
import java.io.Console;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * Prints lines, and under them counts that change: in place on a terminal, again and again elsewhere. Every change is one
 * write, so that nothing flickers. Safe for threads.
 */
public final class Screen {

    private static final String ESCAPE = "\u001b[";
    private static final String UP = "A";
    private static final String CLEAR_LINE = ESCAPE + "K";
    private static final String CLEAR_BELOW = ESCAPE + "J";
    private static final String DO_NOT_WRAP = ESCAPE + "?7l";
    private static final String WRAP = ESCAPE + "?7h";
    private static final String PLAIN = ESCAPE + "0m";
    private static final String YELLOW = ESCAPE + "33m";
    private static final String GREEN = ESCAPE + "32m";
    private static final String CYAN = ESCAPE + "36m";

    private final PrintWriter out;
    private final boolean isTerminal;
    private List<String> counts = List.of();

    public Screen(PrintWriter out, boolean isTerminal) {
        this.out = out;
        this.isTerminal = isTerminal;
    }

    /** Whether this process writes to a terminal that can do more than print. */
    @SuppressWarnings("SystemConsoleNull") // from Java 22 on it need not be null, and isTerminal tells
    public static boolean isOnTerminal() {
        Console console = System.console();
        String terminal = System.getenv().getOrDefault("TERM", "dumb");
        return console != null && isTerminal(console) && !terminal.equals("dumb");
    }

    private static boolean isTerminal(Console console) {
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException olderJava) {
            return true;
        }
    }

    /** How often the counts are worth showing. */
    public Duration countsEvery() {
        return isTerminal ? Duration.ofSeconds(2) : Duration.ofSeconds(10);
    }

    /** A line that stays. */
    public synchronized void print(String line) {
        write(line + CLEAR_LINE + "\n", line + "\n");
    }

    /** New counts, at most as wide as the terminal. */
    public synchronized void show(List<String> lines) {
        if (isTerminal) {
            String back = back();
            counts = List.copyOf(lines);
            emit(back + block());
        } else {
            emit(String.join("\n", lines) + "\n");
        }
    }

    /** The counts are not shown any more. */
    public synchronized void endCounts() {
        if (isTerminal && !counts.isEmpty()) {
            emit(back() + CLEAR_BELOW);
        }
        counts = List.of();
    }

    /** A state in its colour, where there are colours. */
    String coloured(AbandonmentState state) {
        String name = String.format(Locale.ROOT, "%-9s", state);
        if (!isTerminal) {
            return name;
        }
        return switch (state) {
            case ABANDONED -> YELLOW + name + PLAIN;
            case RECOVERED -> GREEN + name + PLAIN;
            case RETRACTED -> CYAN + name + PLAIN;
            case EXPIRED, UNKNOWN -> name;
        };
    }

    private void write(String onTerminal, String elsewhere) {
        emit(isTerminal ? back() + onTerminal + block() : elsewhere);
    }

    /** To the start of the counts. */
    private String back() {
        return counts.isEmpty() ? "" : "\r" + ESCAPE + counts.size() + UP;
    }

    private String block() {
        if (counts.isEmpty()) {
            return "";
        }
        StringBuilder block = new StringBuilder(DO_NOT_WRAP);
        counts.forEach(line -> block.append(line).append(CLEAR_LINE).append('\n'));
        return block.append(WRAP).toString();
    }

    private void emit(String text) {
        out.print(text);
        out.flush();
    }
}
