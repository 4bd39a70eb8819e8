package io.journeystreams.observe;

import java.util.List;

/** Every meter of our own, once: name, labels and meaning. The reference in the docs is made from it. */
enum JourneyMeter {
    READY(
            "journey.ready",
            Form.GAUGE,
            "",
            "1 while `/ready` answers 200, otherwise 0. Where it is 0 on every instance nobody is reminded of anything."),
    INTAKE(
            "journey.intake.records",
            Form.COUNTER,
            "topic, outcome",
            "Input records by what intake made of them. Every record is ACCEPTED or REJECTED; FUTURE_STAMPED (T2), LATE (T3)"
                    + " and the others are said besides; KEY_MISSING and KEY_CONTRADICTS (O1) cost no event and speak of a producer"
                    + " that keys otherwise than expected, REKEYED of one that was announced by `inputs.<name>.rekey`."),
    DEAD_LETTERS(
            "journey.dead.letters",
            Form.COUNTER,
            "topic, reason",
            "Records that could not be used, by the topic they came from. More than a few: look into journey.dead-letters."),
    WATERMARKS("journey.watermarks", Form.COUNTER, "source", "Watermarks written by an input partition."),
    WATERMARK_LAG(
            "journey.watermark.lag.seconds",
            Form.GAUGE,
            "source",
            "Wall clock minus the last watermark of an input partition. The source with the largest one holds the clock back."),
    CAUGHT_UP(
            "journey.source.caught.up",
            Form.GAUGE,
            "source",
            "1 if an input partition is read as fast as it is written; 0 while a backlog is being read: alerts that could be"
                    + " acted on wait for it (T5)."),
    EVENTS(
            "journey.events",
            Form.COUNTER,
            "outcome",
            "Events by what the rules made of them: APPLIED, LATE (T3), DUPLICATE (T8), TRUNCATED. REDUCED: the profile was"
                    + " too large to be stored and was made small; nobody is reminded of what it held."),
    CLOCK_LAG(
            "journey.clock.lag.seconds",
            Form.GAUGE,
            "partition",
            "Wall clock minus the clock of a journal partition (T4). It grows while a source is behind: alerts are then late,"
                    + " never false. NaN until every source has been heard."),
    CLOCK_CAUGHT_UP(
            "journey.clock.caught.up",
            Form.GAUGE,
            "partition",
            "1 if the clock of a journal partition came to where it is without a backlog: of any source, or of any partition of the"
                    + " journal. 0: alerts that could be acted on wait (T5)."),
    DEADLINES_DUE(
            "journey.deadlines.due",
            Form.GAUGE,
            "partition",
            "Deadlines that the clock has passed and that wait to be fired, counted up to the size of a batch."),
    DEADLINES_SWEPT(
            "journey.deadlines.swept",
            Form.COUNTER,
            "partition",
            "Deadlines taken out of the index, postponed ones included."),
    ARMED("journey.abandonment.armed", Form.GAUGE, "partition", "Subjects that were armed (A1)."),
    ABANDONED("journey.abandonment.abandoned", Form.GAUGE, "partition", "Armed subjects that became alerts (A1)."),
    DISARMED(
            "journey.abandonment.disarmed",
            Form.GAUGE,
            "partition, reason",
            "Armed subjects that will not become alerts (A1)."),
    OPEN("journey.abandonment.open", Form.GAUGE, "partition", "Armed subjects that wait for their deadline (A1)."),
    TRIAL_ALERTS(
            "journey.trial.alerts",
            Form.GAUGE,
            "partition, group",
            "Alerts that could be acted on: REMINDED, or WITHHELD from the control group (A15)."),
    TRIAL_RECOVERED(
            "journey.trial.recovered",
            Form.GAUGE,
            "partition, group",
            "Of these, followed by a purchase. The difference of the two shares is what reminders bring (A15)."),
    CART_ANOMALIES(
            "journey.cart.anomalies",
            Form.GAUGE,
            "partition",
            "Quantities that would have fallen below 0, and cart lines beyond the bound (A8)."),
    CHURN_ALERTS(
            "journey.churn.alerts",
            Form.COUNTER,
            "kind, state, reason",
            "Churn alerts published (C3). FIRING with the reason STALE or ALREADY_CLEARED is for the record, and nobody acts on it."),
    CHURN_UNSCORED(
            "journey.churn.unscored",
            Form.COUNTER,
            "",
            "Orders after which nobody can say when the customer is overdue, because no parameters are configured (C1)."),
    CHURN_SETTLED(
            "journey.churn.settled",
            Form.GAUGE,
            "partition, series, bin",
            "Forecasts whose horizon is over (C5), by the lower bound of the predicted risk: of alerts (FIRING) and of a sample of"
                    + " the others (SAMPLE) without a contract, of alerts with one (CONTRACTUAL)."),
    CHURN_LEFT(
            "journey.churn.left",
            Form.GAUGE,
            "partition, series, bin",
            "Of these, followed by nothing. Divided by the settled ones: what was observed in the bin."),
    CHURN_PREDICTED(
            "journey.churn.predicted",
            Form.GAUGE,
            "partition, series, bin",
            "Sum of their predicted risks. Divided by the settled ones: what was predicted in the bin."),
    CHURN_BRIER(
            "journey.churn.brier.score",
            Form.GAUGE,
            "series",
            "Mean squared error of the risk over this instance's partitions, 0 to 1; 0.25 is what a coin gets. NaN before anything is"
                    + " settled."),
    CHURN_CALIBRATION(
            "journey.churn.calibration.error",
            Form.GAUGE,
            "series",
            "By how much predicted and observed shares differ in a bin, in the mean, 0 to 1. Refit above 0.05."),
    CHURN_DRIFT(
            "journey.churn.drift",
            Form.GAUGE,
            "series",
            "Predicted risk less observed share over the last 1 000 forecasts or so, -1 to 1. Above 0: customers come back more"
                    + " often than the parameters say."),
    CANARY_BEATS(
            "journey.canary.beats",
            Form.COUNTER,
            "partition, outcome",
            "Beats of the canary (`canary.every`) through each journal partition: SEEN, or MISSED when it had not come out before the"
                    + " next was due. Missed: readers get nothing of that partition, or get it later than that."),
    CANARY_LATENCY(
            "journey.canary.latency.seconds",
            Form.GAUGE,
            "partition",
            "How long the last beat that came out took, from the input topic to a reader of committed records.");

    /** How a value behaves. */
    enum Form {
        COUNTER,
        GAUGE
    }

    private final String meterName;
    private final Form form;
    private final String labels;
    private final String sentence;

    JourneyMeter(String meterName, Form form, String labels, String sentence) {
        this.meterName = meterName;
        this.form = form;
        this.labels = labels;
        this.sentence = sentence;
    }

    String meterName() {
        return meterName;
    }

    String sentence() {
        return sentence;
    }

    List<String> labels() {
        return labels.isEmpty() ? List.of() : List.of(labels.split(", ", -1));
    }

    Form form() {
        return form;
    }

    /** As Prometheus shows it. */
    String prometheusName() {
        return meterName.replace('.', '_') + (form == Form.COUNTER ? "_total" : "");
    }
}
