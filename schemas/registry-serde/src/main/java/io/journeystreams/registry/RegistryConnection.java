package io.journeystreams.registry;

import io.confluent.kafka.schemaregistry.ParsedSchema;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClientConfig;
import io.confluent.kafka.schemaregistry.client.rest.entities.Config;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.avro.Schema;

/**
 * The registry as the serde uses it: Confluent's own client, with every failure told apart and a bounded number of retries.
 * Safe for many threads. Every method throws {@link RegistryUnavailableException} or {@link RegistryRefusedException}.
 *
 * <p>Configuration is the Confluent client's own: {@value #URL} (several, comma separated), {@code basic.auth.*}, {@code
 * bearer.auth.*}, {@code schema.registry.ssl.*}, {@code http.connect.timeout.ms} and {@code http.read.timeout.ms} (5 s and 10 s
 * here, where Confluent's defaults are 60 s), {@code proxy.*}.
 */
public final class RegistryConnection implements AutoCloseable {

    /** Key of the registry's address. */
    public static final String URL = "schema.registry.url";

    private static final int SCHEMAS_CACHED = 1_000;
    private static final int CONNECT_TIMEOUT_MS = 5_000;
    private static final int READ_TIMEOUT_MS = 10_000;

    private static final int NOT_FOUND = 404;
    private static final int SUBJECT_UNKNOWN = 40401;
    private static final int SCHEMA_UNKNOWN = 40403;
    private static final int CONFLICT = 409;

    private final SchemaRegistryClient client;
    private final RetryPolicy retries;

    private RegistryConnection(SchemaRegistryClient client, RetryPolicy retries) {
        this.client = client;
        this.retries = retries;
    }

    /** @throws IllegalArgumentException if {@value #URL} is absent or empty */
    public static RegistryConnection open(Map<String, ?> configs) {
        return open(configs, RetryPolicy.defaults());
    }

    /** Sends nothing yet: a registry that is down is noticed at the first request. */
    public static RegistryConnection open(Map<String, ?> configs, RetryPolicy retries) {
        Map<String, Object> settings = new HashMap<>(configs);
        settings.putIfAbsent(SchemaRegistryClientConfig.HTTP_CONNECT_TIMEOUT_MS, CONNECT_TIMEOUT_MS);
        settings.putIfAbsent(SchemaRegistryClientConfig.HTTP_READ_TIMEOUT_MS, READ_TIMEOUT_MS);
        return new RegistryConnection(
                new CachedSchemaRegistryClient(urls(configs), SCHEMAS_CACHED, settings, Map.of()), retries);
    }

    /** What the registry says of an id. */
    sealed interface WriterSchema {

        record Known(Schema schema) implements WriterSchema {}

        record Unknown() implements WriterSchema {}

        record NotAvro() implements WriterSchema {}
    }

    WriterSchema schemaById(int id) {
        return ask("schema of id " + id, () -> {
            try {
                return avro(client.getSchemaById(id));
            } catch (RestClientException failure) {
                return orThrow(failure, isAbsence(failure), new WriterSchema.Unknown());
            } catch (IOException failure) {
                return orThrow(failure, isUnparsable(failure), new WriterSchema.NotAvro());
            }
        });
    }

    /** Registers the schema, or finds it registered; returns its id. */
    int register(String subject, Schema schema) {
        return ask("register " + subject, () -> client.register(subject, new AvroSchema(schema)));
    }

    /** The id of exactly this schema under the subject; empty if it is not registered there. */
    OptionalInt idOf(String subject, Schema schema) {
        return ask("look up " + subject, () -> {
            try {
                return OptionalInt.of(client.getId(subject, new AvroSchema(schema)));
            } catch (RestClientException failure) {
                return orThrow(failure, isAbsence(failure), OptionalInt.empty());
            }
        });
    }

    /** The numbers of the subject's versions; none if there is no such subject. */
    List<Integer> versions(String subject) {
        return ask("versions of " + subject, () -> {
            try {
                return client.getAllVersions(subject);
            } catch (RestClientException failure) {
                return orThrow(failure, isAbsence(failure), List.of());
            }
        });
    }

    void requireCompatibility(String subject, String level) {
        ask("set compatibility of " + subject, () -> client.updateConfig(subject, new Config(level)));
    }

    /** Why the registry would refuse the schema as the next version; empty if it would not. */
    Optional<String> incompatibility(String subject, Schema schema) {
        return ask("test compatibility with " + subject, () -> {
            AvroSchema candidate = new AvroSchema(schema);
            if (client.testCompatibility(subject, candidate)) {
                return Optional.empty();
            }
            List<String> messages = client.testCompatibilityVerbose(subject, candidate);
            return Optional.of(messages.isEmpty() ? "the registry does not say why" : String.join("; ", messages));
        });
    }

    static boolean isConflict(RegistryRefusedException refused) {
        return refused.status() == CONFLICT;
    }

    @Override
    public void close() {
        try {
            client.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static WriterSchema avro(ParsedSchema parsed) {
        return parsed instanceof AvroSchema avro
                ? new WriterSchema.Known(avro.rawSchema())
                : new WriterSchema.NotAvro();
    }

    @FunctionalInterface
    private interface Request<R> {
        R send() throws IOException, RestClientException;
    }

    private <R> R ask(String what, Request<R> request) {
        for (int attempt = 1; ; attempt++) {
            try {
                return request.send();
            } catch (IOException unreachable) {
                pauseOrGiveUp(attempt, what, unreachable);
            } catch (RestClientException failure) {
                if (!isTransient(failure.getStatus())) {
                    throw new RegistryRefusedException(
                            failure.getStatus(), what + ": " + failure.getMessage(), failure);
                }
                pauseOrGiveUp(attempt, what, failure);
            }
        }
    }

    private void pauseOrGiveUp(int attempt, String what, Exception cause) {
        if (attempt >= retries.attempts()) {
            throw new RegistryUnavailableException(
                    "registry unavailable after " + attempt + " attempts, " + what + ": " + cause.getMessage(), cause);
        }
        try {
            Thread.sleep(retries.pauseAfter(attempt).toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new RegistryUnavailableException("interrupted while waiting for the registry, " + what, interrupted);
        }
    }

    private static boolean isTransient(int status) {
        return status >= 500 || status == 408 || status == 429;
    }

    /** A bare 404 is a wrong address and no absence; only Confluent's codes are. */
    private static boolean isAbsence(RestClientException failure) {
        return failure.getStatus() == NOT_FOUND
                && (failure.getErrorCode() == SUBJECT_UNKNOWN || failure.getErrorCode() == SCHEMA_UNKNOWN);
    }

    /** The client reports a schema that it cannot parse (JSON Schema, Protobuf) like a broken connection, but for the text. */
    private static boolean isUnparsable(IOException failure) {
        return String.valueOf(failure.getMessage()).startsWith("Invalid schema");
    }

    private static <R, E extends Exception> R orThrow(E failure, boolean isExpected, R answer) throws E {
        if (isExpected) {
            return answer;
        }
        throw failure;
    }

    private static List<String> urls(Map<String, ?> configs) {
        Object value = configs.get(URL);
        List<String> urls = value == null
                ? List.of()
                : Arrays.stream(value.toString().split(",", -1))
                        .map(String::strip)
                        .filter(url -> !url.isEmpty())
                        .toList();
        if (urls.isEmpty()) {
            throw new IllegalArgumentException(URL + " must name the registry");
        }
        return urls;
    }
}
