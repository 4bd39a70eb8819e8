package io.journeystreams.observe;

import io.journeystreams.GeneratedDocs;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class MetricsReferenceTest {

    @Test
    void theReferenceSaysWhatTheMetersSay() throws IOException {
        GeneratedDocs.check("metrics.md", MetricsReference.markdown());
    }
}
