package io.journeystreams.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/** Decisions about a profile, one a line, oldest first. Reads the JSON that the processor answers with. Times are UTC. */
final class DecisionStory {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final String LINE = "%-8s  %-10s  %-24s  %-3s  %s";

    private final JsonNode told;
    private final List<String> lines = new ArrayList<>();
    private String day = "";

    private DecisionStory(JsonNode told) {
        this.told = told;
    }

    static List<String> of(JsonNode told) {
        DecisionStory story = new DecisionStory(told);
        story.tell();
        return story.lines;
    }

    private void tell() {
        lines.add(text(told, "profile") + ", " + clock(told.path("clock")));
        tellWhereabouts();
        if (told.path("leftOut").asInt() > 0) {
            lines.add("… " + told.path("leftOut").asInt() + " earlier decisions are left out");
        }
        told.path("decisions").forEach(this::tellDecision);
        if (told.path("decisions").isEmpty()) {
            lines.add("nothing was decided: nothing was armed in the time that is remembered");
        }
        told.path("waiting").forEach(this::tellWaiting);
        if (!told.has("goesOnIn")) {
            lines.addAll(ChurnStory.of(told.path("churn")));
        }
    }

    private static String clock(JsonNode clock) {
        if (!clock.has("time")) {
            return "the clock stands: " + clock.path("heard").asInt() + " of "
                    + clock.path("sources").asInt() + " sources have been heard, nothing is due before (T4)";
        }
        Instant time = Instant.parse(text(clock, "time"));
        String waits = clock.path("behind").isEmpty()
                ? "; it waits for " + names(clock.path("slowest"))
                : "; backlog is being read, alerts wait: " + names(clock.path("behind")) + " (T5)";
        return "clock at " + DAY.format(time.atZone(ZoneOffset.UTC)) + " " + time(time) + " UTC" + waits;
    }

    private static String names(JsonNode list) {
        StringJoiner names = new StringJoiner(", ");
        list.forEach(name -> names.add(name.asText()));
        return names.toString();
    }

    private void tellWhereabouts() {
        if (told.has("goesOnIn")) {
            lines.add("goes on in " + text(told, "goesOnIn") + " (I2, I5): everything is decided there");
        }
        if (told.has("predecessors")) {
            lines.add("took in " + names(told.path("predecessors")) + " (I3)");
        }
        if (told.path("sharedDevice").asBoolean()) {
            lines.add("is a device of several customers: what is done on it without a login is nobody's (I4, I7)");
        }
        if (told.has("erasedAt")) {
            lines.add("was erased at " + text(told, "erasedAt") + " (I8); what was before is not known");
        }
    }

    private void tellDecision(JsonNode decision) {
        Instant at = Instant.parse(text(decision, "at"));
        startDay(at);
        String what = text(decision, "decision").toLowerCase(Locale.ROOT).replace('_', ' ');
        String line = LINE.formatted(time(at), what, subject(decision), text(decision, "rule"), details(decision, at));
        lines.add(line.stripTrailing());
    }

    private void startDay(Instant at) {
        String next = DAY.format(at.atZone(ZoneOffset.UTC));
        if (!next.equals(day)) {
            day = next;
            lines.add(day);
        }
    }

    private String details(JsonNode decision, Instant at) {
        StringJoiner details = new StringJoiner(", ");
        if (decision.has("alertId")) {
            details.add("alert " + text(decision, "alertId"));
        }
        if (decision.has("by")) {
            String how = text(decision, "decision").equals("MERGED") ? "into " : "by ";
            details.add(how + subject(decision.path("by")));
        }
        if (decision.has("reason")) {
            details.add(text(decision, "reason"));
        }
        if (decision.has("times")) {
            details.add(decision.path("times").asInt() + " times, the last");
        }
        if (decision.has("evidence") && !decision.has("publication")) {
            details.add(evidence(decision.path("evidence")));
        }
        details.add(deadline(decision, at));
        if (decision.has("publication")) {
            details.add(publication(decision));
        }
        if (decision.has("revision")) {
            details.add("published as revision " + decision.path("revision").asInt());
        }
        return details.toString().replace(", , ", ", ").replaceAll(", $", "");
    }

    private String deadline(JsonNode decision, Instant at) {
        if (!decision.has("deadline")) {
            return "";
        }
        Instant deadline = Instant.parse(text(decision, "deadline"));
        return switch (text(decision, "decision")) {
            case "ARMED", "POSTPONED", "MERGED" -> "deadline " + moment(deadline);
            case "RECOVERED" -> inWords(Duration.between(deadline, at)) + " after the deadline";
            default -> "";
        };
    }

    private static String inWords(Duration length) {
        return length.toHours() == 0
                ? length.toMinutes() + " min"
                : length.toHours() + " h " + length.toMinutesPart() + " min";
    }

    private String publication(JsonNode decision) {
        JsonNode publication = decision.path("publication");
        return switch (text(publication, "state")) {
            case "NEEDLESS" ->
                "not published: taken back before anybody was told" + (decision.has("subjectId") ? " (A6)" : "");
            case "WAITS" -> "not published yet: it waits until the backlog has been read (T5)";
            default -> published(publication);
        };
    }

    private String published(JsonNode publication) {
        String revision = publication.has("revision")
                ? "published as revision " + publication.path("revision").asInt()
                : "published";
        String derived = publication.path("derived").asBoolean() ? " (derived)" : "";
        if (publication.path("actionable").asBoolean()) {
            String notBefore = publication.has("notBefore")
                    ? ", quiet hours: not before " + moment(Instant.parse(text(publication, "notBefore")))
                    : "";
            return revision + ", to be acted on" + notBefore + derived;
        }
        return publication.has("reason")
                ? revision + ", not to be acted on: " + text(publication, "reason") + " (" + text(publication, "rule")
                        + ")" + derived
                : revision + ", not to be acted on; which gate was shut is not remembered";
    }

    private void tellWaiting(JsonNode waiting) {
        String putOff = waiting.has("putOffBy") ? ", put off by " + text(waiting, "putOffBy") : "";
        lines.add(
                "waiting: " + subject(waiting) + " until " + moment(Instant.parse(text(waiting, "deadline"))) + putOff);
    }

    private static String subject(JsonNode node) {
        if (!node.has("kind")) {
            return "";
        }
        return node.has("subjectId") ? text(node, "kind") + " " + text(node, "subjectId") : text(node, "kind");
    }

    private static String evidence(JsonNode cause) {
        String type = cause.has("type") ? text(cause, "type") + " " : "";
        String position = cause.has("topic")
                ? " (" + text(cause, "topic") + "-" + cause.path("partition").asInt() + "@"
                        + cause.path("offset").asLong() + ")"
                : "";
        return type + text(cause, "eventId") + position;
    }

    /** With its day, where that is not the one told of. */
    private String moment(Instant time) {
        String on = DAY.format(time.atZone(ZoneOffset.UTC));
        return on.equals(day) ? time(time) : on + " " + time(time);
    }

    private static String time(Instant time) {
        return TIME.format(time.atZone(ZoneOffset.UTC));
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asText();
    }
}
