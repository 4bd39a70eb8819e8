package io.journeystreams.state.codec;

import io.journeystreams.contracts.StoredContract;
import io.journeystreams.domain.churn.Contract;
import org.jspecify.annotations.Nullable;

/** What is known of a customer's contract. */
final class ContractCodec {

    private ContractCodec() {}

    /** Null if nothing is known. */
    static @Nullable StoredContract store(Contract contract) {
        return contract.equals(Contract.NONE) ? null : new StoredContract(contract.isActive());
    }

    static Contract read(@Nullable StoredContract stored) {
        return stored == null ? Contract.NONE : new Contract(stored.getActive());
    }
}
