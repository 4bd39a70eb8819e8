package io.journeystreams.topology;

import io.journeystreams.domain.event.Occurrence.Source;

/**
 * What tells one intake from the other.
 *
 * @param journalSink node that takes accepted events and watermarks
 * @param deadLettersSink node that takes the others
 * @param family whose events the topic carries
 */
record IntakeNode(String name, String source, String topic, String journalSink, String deadLettersSink, Source family) {

    static final IntakeNode CLICKSTREAM = new IntakeNode(
            Nodes.CLICKSTREAM_INTAKE,
            Nodes.CLICKSTREAM_SOURCE,
            Topics.CLICKSTREAM,
            Nodes.CLICKSTREAM_JOURNAL,
            Nodes.CLICKSTREAM_DEAD_LETTERS,
            Source.CLICKSTREAM);

    static final IntakeNode CRM = new IntakeNode(
            Nodes.CRM_INTAKE, Nodes.CRM_SOURCE, Topics.CRM, Nodes.CRM_JOURNAL, Nodes.CRM_DEAD_LETTERS, Source.CRM);
}
