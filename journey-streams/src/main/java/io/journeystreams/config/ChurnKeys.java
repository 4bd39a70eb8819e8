package io.journeystreams.config;

import static io.journeystreams.config.ConfigKey.optionalRule;
import static io.journeystreams.config.ConfigKey.rule;
import static io.journeystreams.config.Limits.none;
import static io.journeystreams.config.Limits.positive;
import static io.journeystreams.config.ValueType.CHURN_PARAMETERS;
import static io.journeystreams.config.ValueType.DURATION;
import static io.journeystreams.config.ValueType.FRACTION;
import static io.journeystreams.config.ValueType.PERCENT;
import static io.journeystreams.config.ValueType.SIGNAL_WEIGHTS;
import static io.journeystreams.config.ValueType.TEXT;

import io.journeystreams.domain.churn.Churn;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The settings of the churn rules; part of {@link JourneyConfigKeys#ALL}. */
final class ChurnKeys {

    static final ConfigKey<List<Path>> PARAMETERS = optionalRule(
            "churn.parameters",
            CHURN_PARAMETERS,
            none(),
            "What fit-churn has written (docs/churn.md), of several cohorts with churn.cohortBy. Without it nobody is judged by silence"
                    + " (rule C1).");
    static final ConfigKey<String> COHORT_BY = optionalRule(
            "churn.cohortBy",
            TEXT,
            Limits.notBlank(),
            "What tells cohorts apart, as fit-churn --cohort-by was told: channel, or the name of an attribute of the first order"
                    + " (rule C1).");
    static final ConfigKey<Duration> HORIZON = optionalRule(
            "churn.horizon",
            DURATION,
            Limits.wholeDays(),
            "How far ahead risk looks, instead of the horizon in churn.parameters. The version that outputs name is then another"
                    + " one than the file's (rule C1).");
    static final ConfigKey<Path> SIGNALS = optionalRule(
            "churn.signals",
            SIGNAL_WEIGHTS,
            none(),
            "What signals of customers with a contract weigh (docs/churn.md). Without it nobody is judged by them (rule C2).");
    static final ConfigKey<BigDecimal> ENTER = level("enter", "0.5", "Level at which an alert is armed (rule C3).");
    static final ConfigKey<BigDecimal> LEAVE =
            level("leave", "0.3", "Level below which it is cleared, below churn.enter (rule C3).");
    static final ConfigKey<BigDecimal> ESCALATE =
            level("escalate", "0.75", "Level at which it is told again, above churn.enter (rule C3).");
    static final ConfigKey<Duration> HOLD = rule(
            "churn.hold", DURATION, none(), "24h", "How long the level has to last before an alert fires (rule C3).");
    static final ConfigKey<Duration> REFIRE_AFTER = rule(
            "churn.refireAfter",
            DURATION,
            Limits.atMost(Churn.REMEMBERED),
            "30d",
            "No sooner after an alert was cleared does the next one of its kind fire (rule C3).");
    static final ConfigKey<Duration> MAX_AGE = rule(
            "churn.maxAge",
            DURATION,
            positive(),
            "7d",
            "How long after it fired an alert may still be acted on (rule T6).");
    static final ConfigKey<BigDecimal> SAMPLE = rule(
            "churn.sample",
            PERCENT,
            Limits.percentage(),
            "1%",
            "Share of customers whose risk is compared with what they do though nothing fires (rule C5).");

    static final List<ConfigKey<?>> ALL = List.of(
            PARAMETERS, COHORT_BY, HORIZON, SIGNALS, ENTER, LEAVE, ESCALATE, HOLD, REFIRE_AFTER, MAX_AGE, SAMPLE);

    private ChurnKeys() {}

    private static ConfigKey<BigDecimal> level(String name, String usual, String sentence) {
        return rule("churn." + name, FRACTION, Limits.insideUnit(), usual, sentence);
    }
}
