package io.journeystreams.output;

import io.journeystreams.domain.churn.ChurnOutput;
import io.journeystreams.domain.engine.CourseOutputs;
import io.journeystreams.domain.fact.FactOutput;
import java.util.ArrayList;
import java.util.List;

/** Turns what is told of a journey's course into records that are ready to be sent. */
final class CourseEncoder {

    private final Envelope envelope;
    private final FactRecords facts;
    private final ChurnRecords churn;
    private final OutputEncoders encoders;

    CourseEncoder(Publisher publisher, OutputEncoders encoders) {
        this.envelope = new Envelope(publisher);
        this.facts = new FactRecords(publisher);
        this.churn = new ChurnRecords(publisher);
        this.encoders = encoders;
    }

    /** In the order in which they are to be sent. */
    List<Published> encode(CourseOutputs outputs) {
        if (outputs.isEmpty()) {
            return List.of();
        }
        List<Published> published = new ArrayList<>();
        outputs.transitions()
                .forEach(output -> published.add(fact(
                        OutputTopic.STAGE_TRANSITIONS,
                        output,
                        encoders.transitions().encode(facts.transition(output)),
                        "transition")));
        outputs.moments()
                .forEach(output -> published.add(
                        fact(OutputTopic.MOMENTS, output, encoders.moments().encode(facts.moment(output)), "moment")));
        outputs.frictions()
                .forEach(output -> published.add(fact(
                        OutputTopic.FRICTION, output, encoders.friction().encode(facts.friction(output)), "friction")));
        outputs.churn().forEach(output -> published.add(alert(output)));
        outputs.settlements()
                .forEach(output -> published.add(fact(
                        OutputTopic.CHURN_SETTLEMENTS,
                        output,
                        encoders.churnSettlements().encode(churn.settlement(output)),
                        "churn-settlement")));
        return published;
    }

    private Published alert(ChurnOutput output) {
        return envelope.revision(
                        OutputTopic.CHURN_RISK,
                        output.profile(),
                        encoders.churnRisk().encode(churn.risk(output)),
                        output.id(),
                        output.revision(),
                        "churn-risk",
                        output.state(),
                        output.emittedAtMs())
                .causedIn(output.trace());
    }

    private Published fact(OutputTopic topic, FactOutput<?> output, byte[] value, String type) {
        return envelope.revision(
                topic,
                output.profile(),
                value,
                output.id(),
                output.revision(),
                type,
                output.state(),
                output.emittedAtMs());
    }
}
