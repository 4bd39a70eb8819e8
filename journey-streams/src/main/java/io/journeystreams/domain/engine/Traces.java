package io.journeystreams.domain.engine;

import io.journeystreams.domain.abandonment.AlertOutput;
import io.journeystreams.domain.abandonment.AlertStatus;
import io.journeystreams.domain.churn.ChurnAlert;
import io.journeystreams.domain.churn.ChurnOutput;
import io.journeystreams.domain.event.EventId;
import io.journeystreams.domain.event.JourneyEvent;
import io.journeystreams.domain.event.Occurrence;
import io.journeystreams.domain.event.TraceParent;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The trace of the event that caused an alert, as long as that event is among the recent ones: what armed it, and of its end the
 * event at that time. Older causes are known by id only.
 */
final class Traces {

    private final List<JourneyEvent> recent;

    Traces(List<JourneyEvent> recent) {
        this.recent = recent;
    }

    List<AlertOutput> ofAlerts(List<AlertOutput> outputs) {
        if (outputs.isEmpty()) {
            return outputs;
        }
        return outputs.stream()
                .map(output -> traceOf(output).map(output::causedIn).orElse(output))
                .toList();
    }

    List<ChurnOutput> ofChurn(List<ChurnOutput> outputs) {
        if (outputs.isEmpty()) {
            return outputs;
        }
        return outputs.stream()
                .map(output -> traceOf(output).map(output::causedIn).orElse(output))
                .toList();
    }

    private Optional<TraceParent> traceOf(AlertOutput output) {
        if (output.state() == AlertOutput.State.ABANDONED) {
            return output.alert().evidence().stream().findFirst().flatMap(arming -> traceOf(arming.eventId()));
        }
        AlertStatus end = output.alert().status();
        if (end instanceof AlertStatus.Recovered recovered) {
            return traceAt(recovered.atMs());
        }
        return end instanceof AlertStatus.Retracted retracted ? traceAt(retracted.atMs()) : Optional.empty();
    }

    private Optional<TraceParent> traceOf(ChurnOutput output) {
        EventId cause = output.alert()
                .ending()
                .filter(ending -> output.state() != ChurnOutput.State.FIRING)
                .flatMap(ChurnAlert.Ending::by)
                .orElse(output.alert().armedBy());
        return traceOf(cause);
    }

    private Optional<TraceParent> traceOf(EventId cause) {
        return trace(occurrence -> occurrence.id().equals(cause));
    }

    private Optional<TraceParent> traceAt(long atMs) {
        return trace(occurrence -> occurrence.atMs() == atMs);
    }

    private Optional<TraceParent> trace(Predicate<Occurrence> cause) {
        return recent.stream()
                .map(JourneyEvent::occurrence)
                .filter(cause)
                .flatMap(occurrence -> occurrence.trace().stream())
                .findFirst();
    }
}
