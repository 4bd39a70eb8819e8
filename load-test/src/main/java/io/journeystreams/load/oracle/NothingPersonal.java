package io.journeystreams.load.oracle;

import io.journeystreams.contracts.AbandonmentEvent;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;

/** O6, A16: addresses stand in {@code contact} and nowhere else. */
final class NothingPersonal implements Invariant {
    private final List<String> canaries;

    /** @param canaries addresses that the input is full of */
    NothingPersonal(List<String> canaries) {
        this.canaries = List.copyOf(canaries);
    }

    @Override
    public List<Difference> broken(List<Fact> facts, Published published) {
        Stream<SpecificRecord> alerts = Stream.concat(published.abandonment().stream(), published.actions().stream())
                .map(NothingPersonal::withoutContact);
        return Stream.of(published.sessions().stream(), published.transitions().stream(), alerts)
                .flatMap(records -> records)
                .map(Object::toString)
                .filter(text -> canaries.stream().anyMatch(text::contains))
                .map(text -> difference("", text))
                .toList();
    }

    private static SpecificRecord withoutContact(AbandonmentEvent event) {
        return AbandonmentEvent.newBuilder(event).setContact(null).build();
    }
}
