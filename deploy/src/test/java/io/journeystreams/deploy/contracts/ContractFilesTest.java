package io.journeystreams.deploy.contracts;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The files are what topics.yaml and the Avro contracts make of them. */
class ContractFilesTest {

    @Test
    void asyncApiSaysWhatTopicsAndContractsSay() throws IOException {
        GeneratedContract.check("asyncapi.yaml", AsyncApi.document(ContractTopic.all()));
    }

    static List<ContractTopic> outputs() throws IOException {
        return ContractTopic.outputs();
    }

    @ParameterizedTest
    @MethodSource("outputs")
    void dataContractSaysWhatTheTopicIs(ContractTopic topic) throws IOException {
        GeneratedContract.check("odcs/" + topic.name() + ".yaml", DataContract.document(topic));
    }
}
