package io.journeystreams.registry;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Values of any schema, as generated classes hold them. */
final class RandomValues {

    private static final int MOST_ELEMENTS = 2;
    private static final int DECIMAL_BITS = 55;

    private final SpecificData model;
    private final Random random;

    RandomValues(SpecificData model, Random random) {
        this.model = model;
        this.random = random;
    }

    SpecificRecord record(Schema schema) {
        SpecificRecord record = (SpecificRecord) model.newRecord(null, schema);
        schema.getFields().forEach(field -> record.put(field.pos(), of(field.schema())));
        return record;
    }

    private @Nullable Object of(Schema schema) {
        if (schema.getLogicalType() instanceof LogicalTypes.Decimal decimal) {
            BigInteger unscaled = new BigInteger(DECIMAL_BITS, random);
            return new BigDecimal(random.nextBoolean() ? unscaled : unscaled.negate(), decimal.getScale());
        }
        if (schema.getLogicalType() instanceof LogicalTypes.TimestampMillis) {
            return Instant.ofEpochMilli(random.nextLong() >> random.nextInt(Long.SIZE));
        }
        return switch (schema.getType()) {
            case NULL -> null;
            case BOOLEAN -> random.nextBoolean();
            case INT -> random.nextInt() >> random.nextInt(Integer.SIZE);
            case LONG -> random.nextLong() >> random.nextInt(Long.SIZE);
            case FLOAT -> random.nextFloat();
            case DOUBLE -> random.nextDouble();
            case STRING -> text();
            case BYTES -> ByteBuffer.wrap(bytes(random.nextInt(9)));
            case FIXED -> model.createFixed(null, bytes(schema.getFixedSize()), schema);
            case ENUM -> {
                Object[] constants = model.getClass(schema).getEnumConstants();
                yield constants[random.nextInt(constants.length)];
            }
            case ARRAY -> list(schema.getElementType());
            case MAP -> map(schema.getValueType());
            case UNION ->
                of(schema.getTypes().get(random.nextInt(schema.getTypes().size())));
            case RECORD -> record(schema);
        };
    }

    private String text() {
        return random.ints(random.nextInt(12), 'A', 'ÿ')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private List<@Nullable Object> list(Schema element) {
        List<@Nullable Object> list = new ArrayList<>();
        for (int left = random.nextInt(MOST_ELEMENTS + 1); left > 0; left--) {
            list.add(of(element));
        }
        return list;
    }

    private Map<String, @Nullable Object> map(Schema value) {
        Map<String, @Nullable Object> map = new HashMap<>();
        for (int left = random.nextInt(MOST_ELEMENTS + 1); left > 0; left--) {
            map.put(text(), of(value));
        }
        return map;
    }
}
