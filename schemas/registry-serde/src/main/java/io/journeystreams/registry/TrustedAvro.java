package io.journeystreams.registry;

import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.util.ClassSecurityValidator;
import org.apache.avro.util.ClassSecurityValidator.ClassSecurityPredicate;

/**
 * Avro's settings for records that strangers wrote. Avro 1.12.2 makes objects only of classes that it is told to trust: here,
 * the generated classes of our contracts and nothing else, beside what the user trusts by system property. And it bounds
 * collections whose elements take no bytes, which a length in the input could otherwise blow up.
 */
public final class TrustedAvro {

    private static final String CONTRACTS = "io.journeystreams.contracts.";

    /** Elements of one record that take no bytes on the wire; read by Avro when it decodes its first collection. */
    private static final String MAX_EMPTY_ELEMENTS = "org.apache.avro.limits.collectionItems.maxAllocation";

    static {
        if (System.getProperty(MAX_EMPTY_ELEMENTS) == null) {
            System.setProperty(MAX_EMPTY_ELEMENTS, "10000");
        }
        ClassSecurityPredicate contracts = type -> type.getName().startsWith(CONTRACTS);
        ClassSecurityValidator.setGlobal(
                ClassSecurityValidator.composite(ClassSecurityValidator.getGlobal(), contracts));
    }

    private TrustedAvro() {}

    /** The model of a generated class, with its logical types, writing by the generated coders where there are any. */
    public static SpecificData modelOf(Class<? extends SpecificRecord> type) {
        SpecificData model = SpecificData.getForClass(type);
        model.setCustomCoders(true);
        return model;
    }
}
