package io.journeystreams.cli;

import io.journeystreams.config.DurationText;
import io.journeystreams.config.EventFormat;
import io.journeystreams.config.JourneyConfig;
import io.journeystreams.domain.event.ProfileKey;
import io.journeystreams.erasure.Eraser;
import io.journeystreams.erasure.ErasureRequest;
import io.journeystreams.erasure.Remains;
import io.journeystreams.registry.RegistryConnection;
import io.journeystreams.runtime.StreamsSettings;
import io.journeystreams.topics.TopicAdmin;
import io.journeystreams.topics.TopicCatalogue;
import io.journeystreams.topology.Topics;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Forgets a customer (rule I8), and says what remains where. */
@Command(
        name = "erase",
        description =
                "Forget a customer: sends customer_erased to crm.events, waits until the running processor has carried it"
                        + " out, and says what remains where, and for how long.",
        mixinStandardHelpOptions = true)
final class EraseCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ConfigOptions options = new ConfigOptions();

    @Parameters(
            paramLabel = "CUSTOMER",
            description = "The customer's id, as in customerId; with or without c: before it.")
    private String customer = "";

    @Option(
            names = "--at",
            paramLabel = "TIME",
            description =
                    "Forget what happened until then, as 2026-03-01T10:00:00Z; default: now. The same customer and time"
                            + " are one event, however often they are sent.")
    private @Nullable String at;

    @Option(
            names = "--wait",
            paramLabel = "DURATION",
            defaultValue = "60s",
            description = "How long to wait for the processor; 0s: do not wait. Default: ${DEFAULT-VALUE}.")
    private String wait = "60s";

    @Override
    public void run() {
        Duration limit = duration();
        JourneyConfig config = options.load();
        requireAvro(config.inputs().crm().format());
        ErasureRequest request =
                new ErasureRequest(config.policy().tenant(), customerId(), at == null ? now() : time(at));
        PrintWriter out = spec.commandLine().getOut();
        Map<String, String> clients = config.kafka().clientProperties();
        TopicAdmin.connect(clients).close();
        boolean isCarriedOut = erase(request, limit, config, out);
        out.println("what remains, and for how long:");
        Remains.of(TopicCatalogue.load(), clients)
                .forEach(remains -> out.printf("  %-28s %s%n", remains.where(), remains.until()));
        out.printf(
                "  %-28s gone within %s: the files are written anew%n",
                "state directories", DurationText.format(StreamsSettings.STORE_COMPACTION));
        if (!isCarriedOut && !limit.isZero()) {
            throw new Failure(
                    ExitCode.NOT_YET,
                    "the erasure was sent and stands in " + Topics.CRM + ", but was not carried out within "
                            + DurationText.format(limit)
                            + ": no processor runs, it has a backlog to read, or the customer was merged into another one,"
                            + " who is the one to erase; see journey explain " + request.profile());
        }
    }

    private boolean erase(ErasureRequest request, Duration limit, JourneyConfig config, PrintWriter out) {
        try (RegistryConnection registry = SchemasCommand.connect(config.registry());
                Eraser eraser = new Eraser(config.kafka().clientProperties(), registry, Topics.CRM, Topics.PROFILES)) {
            RecordMetadata sent = eraser.send(request);
            out.printf(
                    "sent             event %s, %s-%d offset %d%n",
                    request.eventId(), sent.topic(), sent.partition(), sent.offset());
            boolean isCarriedOut = eraser.awaitTombstone(request, limit);
            if (isCarriedOut) {
                out.printf("carried out      the profile is gone, and its tombstone is in %s%n", Topics.PROFILES);
            }
            return isCarriedOut;
        } catch (KafkaException e) {
            throw refused(e);
        }
    }

    private static Failure refused(KafkaException e) {
        boolean isOfTopics = e instanceof AuthorizationException || e instanceof UnknownTopicOrPartitionException;
        return new Failure(
                isOfTopics ? ExitCode.TOPICS : ExitCode.BROKER,
                "the erasure was not sent: " + e.getClass().getSimpleName() + ": " + e.getMessage()
                        + "; this needs the right to write " + Topics.CRM + " and to read " + Topics.PROFILES,
                e);
    }

    private String customerId() {
        String prefix = ProfileKey.ofCustomer("x").value().replace("x", "");
        String id = customer.startsWith(prefix) ? customer.substring(prefix.length()) : customer;
        if (id.isBlank() || customer.startsWith("a:")) {
            throw new ParameterException(
                    spec.commandLine(), "erase takes a customer's id; of an anonymous device nobody knows whose it is");
        }
        return id;
    }

    private static long now() {
        return System.currentTimeMillis();
    }

    private long time(String text) {
        try {
            return Instant.parse(text).toEpochMilli();
        } catch (DateTimeParseException e) {
            throw new ParameterException(spec.commandLine(), "--at is a time as 2026-03-01T10:00:00Z, not " + text, e);
        }
    }

    private Duration duration() {
        try {
            return DurationText.parse(wait);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--wait is a duration as 60s, not " + wait, e);
        }
    }

    private static void requireAvro(EventFormat format) {
        if (format != EventFormat.AVRO) {
            throw new Failure(
                    ExitCode.CONFIGURATION,
                    "inputs.crm.format is " + format.key()
                            + ", and what this command sends is Avro, which would become a dead"
                            + " letter; let the source of " + Topics.CRM + " send customer_erased");
        }
    }
}
