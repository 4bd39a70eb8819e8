package io.journeystreams.load.faults;

import io.journeystreams.load.oracle.InputRecord;
import io.journeystreams.load.oracle.JournalNews;
import io.journeystreams.load.oracle.Published;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Everything that was committed to the topics in a run.
 *
 * @param readable inputs
 * @param unreadable inputs that are no events
 * @param news what the journal says, and to whom
 * @param journaled where the entries of the journal come from, once for each entry
 * @param ids by output topic, those of its records, once for each record
 * @param openTransactions records that nobody may read although all processors have stopped
 */
record Outcome(
        List<InputRecord> readable,
        Set<Position> unreadable,
        List<JournalNews> news,
        List<Position> journaled,
        List<DeadLetter> deadLetters,
        Published published,
        Map<String, List<String>> ids,
        long openTransactions) {

    int inputs() {
        return readable.size() + unreadable.size();
    }
}
