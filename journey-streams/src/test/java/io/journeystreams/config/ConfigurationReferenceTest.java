package io.journeystreams.config;

import io.journeystreams.GeneratedDocs;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class ConfigurationReferenceTest {

    @Test
    void theReferenceSaysWhatTheKeysSay() throws IOException {
        GeneratedDocs.check("configuration.md", ConfigurationReference.markdown());
    }
}
