package io.journeystreams.local.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class BrokerProcessIT {

    /** Repeated, because what it guards against is a race: markers that are written after the commit is answered. */
    @RepeatedTest(3)
    void committedRecordsSurviveAKill(@TempDir Path directory) throws Exception {
        // given
        try (BrokerProcess broker = BrokerProcess.start(directory)) {
            BrokerClient client = new BrokerClient(broker.bootstrapServers());
            client.create("orders");
            client.writeInTransaction("orders", 0, "one");

            // when
            broker.kill();
            boolean wasAlive = broker.isAlive();
            broker.restart();

            // then
            assertThat(wasAlive).isFalse();
            assertThat(client.read("orders", 1)).containsExactly("one");
            client.writeInTransaction("orders", 0, "two");
            assertThat(client.read("orders", 2)).containsExactly("one", "two");
        }
    }

    @Test
    void closingEndsTheProcess(@TempDir Path directory) {
        // given
        BrokerProcess broker = BrokerProcess.start(directory);
        ProcessHandle process = ProcessHandle.of(broker.pid()).orElseThrow();

        // when
        broker.close();

        // then
        assertThat(process.isAlive()).isFalse();
    }

    @Test
    void aBrokerThatCannotStartIsReportedWithItsLog(@TempDir Path directory) {
        assertThatThrownBy(() -> BrokerProcess.start(directory, Map.of("node.id", "none")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("broker.log");
    }
}
