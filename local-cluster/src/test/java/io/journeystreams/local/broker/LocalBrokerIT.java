package io.journeystreams.local.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(90)
class LocalBrokerIT {

    private static final long LONG_AGO_MS =
            Instant.parse("2001-01-01T00:00:00Z").toEpochMilli();

    /** Repeated, because what it guards against is a race: markers that are written after the commit is answered. */
    @RepeatedTest(3)
    void recordsAndThePortOutliveTheBroker(@TempDir Path directory) throws Exception {
        // given
        String firstAddress;
        try (LocalBroker broker = LocalBroker.start(directory)) {
            firstAddress = broker.bootstrapServers();
            BrokerClient client = new BrokerClient(firstAddress);
            client.create("orders");
            client.writeInTransaction("orders", LONG_AGO_MS, "one");
        }

        // when
        List<String> found;
        String secondAddress;
        try (LocalBroker broker = LocalBroker.start(directory)) {
            secondAddress = broker.bootstrapServers();
            found = new BrokerClient(secondAddress).read("orders", 1);
        }

        // then
        assertThat(found).containsExactly("one");
        assertThat(secondAddress).isEqualTo(firstAddress);
    }

    @Test
    void twoBrokersRunSideBySide(@TempDir Path directory) throws Exception {
        // given
        try (LocalBroker one = LocalBroker.start(directory.resolve("one"));
                LocalBroker other = LocalBroker.start(directory.resolve("other"))) {
            BrokerClient client = new BrokerClient(other.bootstrapServers());
            client.create("orders");

            // when
            client.writeInTransaction("orders", LONG_AGO_MS, "one");

            // then
            assertThat(client.read("orders", 1)).containsExactly("one");
            assertThat(one.bootstrapServers()).isNotEqualTo(other.bootstrapServers());
        }
    }
}
