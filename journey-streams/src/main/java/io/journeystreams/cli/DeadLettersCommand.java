package io.journeystreams.cli;

import io.journeystreams.config.JourneyConfig;
import io.journeystreams.letters.DeadLetter;
import io.journeystreams.letters.DeadLetterReader;
import io.journeystreams.letters.LetterFilter;
import io.journeystreams.letters.LetterPosition;
import io.journeystreams.letters.Redrive;
import io.journeystreams.topics.TopicAdmin;
import io.journeystreams.topology.Topics;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Dead letters: look at them, and put them back (rule O3). */
@Command(
        name = "dead-letters",
        description = "List the records that were not taken in, or put them back to where they came from.",
        mixinStandardHelpOptions = true,
        subcommands = {DeadLettersCommand.Listing.class, DeadLettersCommand.Redriving.class})
final class DeadLettersCommand implements Runnable {

    /** How long a transaction of the processor, or of a redrive that was killed, may hold back what comes after it. */
    private static final Duration PATIENCE = Duration.ofSeconds(75);

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say list or redrive");
    }

    @Command(
            name = "list",
            description = "List dead letters: where they came from and why, not what is in them.",
            mixinStandardHelpOptions = true)
    static final class Listing implements Runnable {

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Mixin
        private ConfigOptions options = new ConfigOptions();

        @Mixin
        private LetterOptions letters = new LetterOptions();

        @Option(
                names = "--limit",
                paramLabel = "N",
                defaultValue = "100",
                description = "At most so many, the oldest first. Default: ${DEFAULT-VALUE}.")
        private int limit = 100;

        @Option(names = "--format", paramLabel = "FORMAT", description = "table or json, one object a line.")
        private LetterPrinter.Format format = LetterPrinter.Format.TABLE;

        @Option(
                names = "--payload",
                paramLabel = "FILE",
                description =
                        "Write the same letters with keys and values to a new file, as JSON with base 64. They hold"
                                + " personal data: nobody else may read the file, and you delete it.")
        private @Nullable Path payload;

        @Override
        public void run() {
            LetterFilter filter = letters.filter();
            Map<String, String> clients = clients(options.load());
            PrintWriter out = spec.commandLine().getOut();
            guarded(() -> list(filter, clients, out));
        }

        private void list(LetterFilter filter, Map<String, String> clients, PrintWriter out) {
            try (DeadLetterReader reader = new DeadLetterReader(clients, Topics.DEAD_LETTERS, PATIENCE);
                    PayloadFile file = PayloadFile.create(Optional.ofNullable(payload))) {
                Set<LetterPosition> done = reader.redriven();
                LetterPrinter printer = new LetterPrinter(out, format);
                AtomicInteger printed = new AtomicInteger();
                reader.whileTrue(letter -> {
                    if (!filter.takes(letter)) {
                        return true;
                    }
                    if (printed.getAndIncrement() == limit) {
                        spec.commandLine().getErr().println("there are more; see --limit");
                        return false;
                    }
                    boolean isRedriven = done.contains(letter.position());
                    printer.print(letter, isRedriven);
                    file.add(() -> printer.whole(letter, isRedriven));
                    return true;
                });
            }
        }
    }

    @Command(
            name = "redrive",
            description =
                    "Put dead letters back to the topics they came from, each once, however often this is run or killed."
                            + " Says what it would do, and does it with --execute.",
            mixinStandardHelpOptions = true)
    static final class Redriving implements Runnable {

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Mixin
        private ConfigOptions options = new ConfigOptions();

        @Mixin
        private LetterOptions letters = new LetterOptions();

        @Option(
                names = {"--execute", "--yes"},
                description = "Do it.")
        private boolean isToBeDone;

        @Override
        public void run() {
            LetterFilter filter = letters.filter();
            JourneyConfig config = options.load();
            Map<String, String> clients = clients(config);
            PrintWriter out = spec.commandLine().getOut();
            guarded(() -> {
                if (isToBeDone) {
                    redrive(filter, clients, config.streams().applicationId(), out);
                } else {
                    announce(filter, clients, out);
                }
            });
        }

        private void redrive(LetterFilter filter, Map<String, String> clients, String application, PrintWriter out) {
            PrintWriter err = spec.commandLine().getErr();
            try (Redrive redrive = new Redrive(clients, application, Topics.DEAD_LETTERS, PATIENCE)) {
                Redrive.Result result = redrive.run(filter, count -> err.printf("%d redriven …%n", count));
                out.printf(
                        "%d redriven, %d had been before, %d cannot be%n",
                        result.redriven(), result.before(), result.impossible());
            }
        }

        private static void announce(LetterFilter filter, Map<String, String> clients, PrintWriter out) {
            Map<String, Integer> wouldGo = new TreeMap<>();
            Map<String, Integer> cannot = new TreeMap<>();
            try (DeadLetterReader reader = new DeadLetterReader(clients, Topics.DEAD_LETTERS, PATIENCE)) {
                Set<LetterPosition> done = reader.redriven();
                reader.forEach(letter -> {
                    if (filter.takes(letter) && !done.contains(letter.position())) {
                        letter.obstacle()
                                .ifPresentOrElse(
                                        why -> cannot.merge(why, 1, Integer::sum),
                                        () -> wouldGo.merge(course(letter), 1, Integer::sum));
                    }
                });
            }
            wouldGo.forEach((course, count) -> out.printf("%7d would go back: %s%n", count, course));
            cannot.forEach((why, count) -> out.printf("%7d cannot: %s%n", count, why));
            out.println(wouldGo.isEmpty() ? "nothing to redrive" : "nothing was done; --execute does it");
        }

        private static String course(DeadLetter letter) {
            return letter.reason() + " to " + letter.sourceTopic();
        }
    }

    /** A file of personal data, for its owner's eyes; or none. */
    private static final class PayloadFile implements AutoCloseable {

        private final Optional<BufferedWriter> writer;

        private PayloadFile(Optional<BufferedWriter> writer) {
            this.writer = writer;
        }

        static PayloadFile create(Optional<Path> file) {
            return new PayloadFile(file.map(PayloadFile::open));
        }

        void add(Supplier<String> line) {
            writer.ifPresent(file -> {
                try {
                    file.write(line.get());
                    file.newLine();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }

        private static BufferedWriter open(Path file) {
            try {
                OwnerOnly.create(file);
                return Files.newBufferedWriter(file);
            } catch (IOException e) {
                throw new Failure(
                        ExitCode.FILES,
                        "--payload: cannot make " + file + " (" + e.getClass().getSimpleName()
                                + "); it must not be there yet",
                        e);
            }
        }

        @Override
        public void close() {
            writer.ifPresent(file -> {
                try {
                    file.close();
                } catch (IOException e) {
                    throw new Failure(ExitCode.FILES, "--payload: the file could not be written to its end", e);
                }
            });
        }
    }

    private static Map<String, String> clients(JourneyConfig config) {
        Map<String, String> clients = config.kafka().clientProperties();
        TopicAdmin.connect(clients).close();
        return clients;
    }

    private static void guarded(Runnable work) {
        try {
            work.run();
        } catch (ProducerFencedException | InvalidProducerEpochException e) {
            throw new Failure(
                    ExitCode.REDRIVE, "another redrive has begun and took over; run this again when it has ended", e);
        } catch (TimeoutException e) {
            throw new Failure(ExitCode.REDRIVE, e.getMessage() + "; run this again, nothing is applied twice", e);
        } catch (AuthorizationException | UnknownTopicOrPartitionException e) {
            throw new Failure(
                    ExitCode.TOPICS,
                    e.getMessage() + "; list reads " + Topics.DEAD_LETTERS
                            + ", redrive also writes it and the topics that"
                            + " the letters came from, under the transactional id <application>-dead-letters-redrive",
                    e);
        } catch (KafkaException e) {
            throw new Failure(
                    ExitCode.BROKER, e.getClass().getSimpleName() + ": " + e.getMessage() + "; run this again", e);
        }
    }
}
