package io.journeystreams.intake.vocabulary;

import io.journeystreams.GeneratedDocs;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class VocabularyReferenceTest {

    @Test
    void theReferenceSaysWhatTheTablesSay() throws IOException {
        GeneratedDocs.check("vocabularies.md", VocabularyReference.markdown());
    }
}
