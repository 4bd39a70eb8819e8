package io.journeystreams.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.util.Objects;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every contract against every released version of it (O4). A contract that is new, or changed compatibly, is frozen by
 *
 * <pre>mvn -q test -pl schemas/contracts -Dtest=FrozenContractsTest -Dfreeze=v1</pre>
 *
 * which writes those that the folder {@code src/main/frozen/v1} lacks; what is frozen is never overwritten.
 */
class FrozenContractsTest {

    static Stream<String> contracts() {
        return ContractFiles.current().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void aContractGoesWithEveryReleasedVersionOfIt(String contract) throws Exception {
        // given
        Schema schema = current(contract);
        String version = System.getProperty("freeze", "");
        if (!version.isEmpty() && !ContractFiles.frozen(contract).containsKey(version)) {
            ContractFiles.freeze(version, contract, schema);
        }

        // then
        assertThat(ContractRules.releaseBreaches(schema, ContractFiles.frozen(contract)))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void aContractHasTheFormThatWePromise(String contract) {
        assertThat(ContractRules.formBreaches(current(contract))).isEmpty();
    }

    @Test
    void theContractsAreFound() {
        assertThat(contracts())
                .contains("ClickstreamEvent", "CrmEvent", "JournalEntry", "SessionEvent", "AbandonmentEvent");
        assertThatNoException().isThrownBy(() -> current("ProfileEvent"));
    }

    private static Schema current(String contract) {
        return Objects.requireNonNull(ContractFiles.current().get(contract), contract);
    }
}
