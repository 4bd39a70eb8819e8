package io.journeystreams.state.codec;

import io.journeystreams.domain.churn.Buying;
import io.journeystreams.domain.churn.Cancellation;
import io.journeystreams.domain.churn.Churn;
import io.journeystreams.domain.churn.ChurnAlert;
import io.journeystreams.domain.churn.ChurnKind;
import io.journeystreams.domain.churn.ChurnReason;
import io.journeystreams.domain.churn.ChurnScore;
import io.journeystreams.domain.churn.Contract;
import io.journeystreams.domain.churn.Driver;
import io.journeystreams.domain.churn.Forecast;
import io.journeystreams.domain.churn.Forecasts;
import io.journeystreams.domain.churn.Judged;
import io.journeystreams.domain.churn.Outlook;
import io.journeystreams.domain.churn.Past;
import io.journeystreams.domain.churn.RunningContract;
import io.journeystreams.domain.churn.Settlement;
import io.journeystreams.domain.churn.Signal;
import io.journeystreams.domain.churn.SignalKind;
import io.journeystreams.domain.churn.Signals;
import io.journeystreams.domain.churn.Terms;
import io.journeystreams.domain.churn.ToldAlert;
import io.journeystreams.domain.churn.Usage;
import io.journeystreams.domain.churn.Watch;
import io.journeystreams.domain.churn.model.RepeatPurchases;
import io.journeystreams.domain.event.EventId;
import io.journeystreams.domain.event.Money;
import io.journeystreams.domain.event.OrderId;
import io.journeystreams.domain.fact.Told;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The churn of {@link GoldenState}: something of everything. */
final class GoldenChurn {

    private static final long T = 1_772_359_200_000L;
    private static final EventId FIRST = new EventId("0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b");
    private static final EventId ORDER = new EventId("order-event-1");
    private static final EventId CANCEL = new EventId("cancel-1");
    private static final String VERSION = "bg-nbd-all-12w-0a1b2c3d";

    private static final ChurnScore SILENT = new ChurnScore(
            0.7265790000000001,
            Duration.ofDays(84),
            Optional.of(new ChurnScore.Silence(0.5000000001, 1.0 / 3, new RepeatPurchases(2, 30.43, 38.86), "store")),
            List.of(
                    new Driver("DEPARTURE", 0.4, List.of(ORDER)),
                    new Driver("PACE", -0.0, List.of()),
                    new Driver("TICKET_OVERDUE", Double.MIN_VALUE, List.of(FIRST, ORDER))),
            "bg-nbd",
            VERSION,
            Optional.of(Money.of("17.25", "EUR")));
    private static final ChurnScore CERTAIN =
            new ChurnScore(1, Duration.ZERO, Optional.empty(), List.of(), "signals", "defaults", Optional.empty());

    private static final ChurnAlert FIRING = new ChurnAlert(
            ChurnKind.NON_CONTRACTUAL,
            ORDER,
            T - 400,
            SILENT,
            Optional.of(new ChurnAlert.Escalation(2, T - 300, SILENT)),
            Optional.empty(),
            true,
            Optional.empty());
    private static final ChurnAlert CLEARED = new ChurnAlert(
            ChurnKind.VOLUNTARY,
            CANCEL,
            T - 500,
            CERTAIN,
            Optional.empty(),
            Optional.of(new ChurnAlert.Ending(ChurnReason.RESUBSCRIBED, T - 450, Optional.of(FIRST))),
            false,
            Optional.of(new Cancellation(OptionalLong.of(T + 90_000_000), Optional.of("too dear"))));
    private static final ChurnAlert RECOVERED = new ChurnAlert(
            ChurnKind.CONTRACTUAL,
            CANCEL,
            T - 600,
            CERTAIN,
            Optional.of(new ChurnAlert.Escalation(3, T - 550, CERTAIN)),
            Optional.of(new ChurnAlert.Ending(ChurnReason.RECOVERED, T - 540, Optional.empty())),
            true,
            Optional.empty());

    private static final Forecast OPEN =
            new Forecast(Forecast.Group.FIRING, ChurnKind.NON_CONTRACTUAL, ORDER, T - 400, T + 7_000, 0.72, VERSION);
    private static final Settlement LEFT = new Settlement(
            new Forecast(Forecast.Group.SAMPLE, ChurnKind.INVOLUNTARY, FIRST, T - 9_000, T - 1_000, 1e-9, "none"),
            true);
    private static final Settlement STAYED = new Settlement(OPEN, false);

    private static final RunningContract RUNNING = new RunningContract(
            T - 50_000_000,
            FIRST,
            new Terms(
                    T - 40_000_000,
                    ORDER,
                    Optional.of(money(20)),
                    OptionalLong.of(T + 60_000_000),
                    OptionalLong.of(2_592_000_000L)),
            new Usage(List.of(
                    new Usage.Report(FIRST, T - 30_000_000, 12.5, false),
                    new Usage.Report(ORDER, T - 20_000_000, 0.1, true))),
            new Signals(List.of(
                    new Signal(SignalKind.LOW_USAGE, T - 20_000_000, ORDER),
                    new Signal(SignalKind.RENEWAL_NEAR, T - 10_000_000, ORDER))),
            new Watch(T - 10_000_000, Optional.of(new Watch.Pending(T - 10_000_000, ORDER)), OptionalLong.of(T + 3)));

    static final Churn SETTLED = new Churn(
            new Buying(
                    new Past(
                            3,
                            T - 90_000_000,
                            T - 9_000_000,
                            Optional.of(FIRST),
                            Optional.of(money(-4)),
                            2,
                            Optional.of("store")),
                    List.of(
                            new Buying.Order(
                                    FIRST, Optional.empty(), T - 8_000_000, Optional.empty(), Optional.empty()),
                            new Buying.Order(
                                    ORDER,
                                    Optional.of(new OrderId("order-0")),
                                    T - 900,
                                    Optional.of(money(49)),
                                    Optional.of("web")))),
            new Judged(VERSION, T - 700),
            new Outlook(T - 900, OptionalLong.of(T + 5_000), OptionalLong.of(T + 6_000), T + 9_000),
            new Contract(Optional.of(RUNNING), OptionalLong.of(T - 99_000_000)),
            List.of(FIRING, RECOVERED, CLEARED),
            new Forecasts(Optional.of(FIRST), T + 8_000, List.of(OPEN), List.of(LEFT)));

    /** The second as the settled journey has it, the others not. */
    static final List<ToldAlert> TOLD = List.of(
            new ToldAlert(withoutEscalation(FIRING), 1, true, true),
            new ToldAlert(CLEARED, 2, true, true),
            new ToldAlert(withoutEscalation(RECOVERED), 3, false, false));

    static final List<Told<Settlement>> TOLD_SETTLEMENTS =
            List.of(new Told<>(LEFT, 1, true), new Told<>(STAYED, 2, false));

    private GoldenChurn() {}

    private static Money money(long euros) {
        return new Money(euros * 10_000, "EUR");
    }

    private static ChurnAlert withoutEscalation(ChurnAlert alert) {
        return new ChurnAlert(
                alert.kind(),
                alert.armedBy(),
                alert.firedAtMs(),
                alert.score(),
                Optional.empty(),
                alert.ending(),
                alert.isTimed(),
                alert.cancellation());
    }
}
