package io.journeystreams.reset;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.admin.OffsetSpec;

/**
 * What is to be taken back.
 *
 * @param group application id
 * @param changelogs topics of the state
 * @param rebuild the state goes, and is made again from the journal
 * @param inputsFrom where the inputs are read from; empty: where they are
 * @param ordersKnownFor how long an order is remembered, so that it is not counted twice
 * @param emptyJournal what was taken in is forgotten, to be taken in again
 */
public record ResetRequest(
        String group,
        List<String> inputs,
        String journal,
        List<String> changelogs,
        boolean rebuild,
        Optional<OffsetSpec> inputsFrom,
        Duration ordersKnownFor,
        boolean emptyJournal) {

    public ResetRequest {
        inputs = List.copyOf(inputs);
        changelogs = List.copyOf(changelogs);
        if (emptyJournal && (!rebuild || inputsFrom.isEmpty())) {
            throw new IllegalArgumentException("a journal is emptied only to be written again, and the state with it");
        }
    }
}
