package io.journeystreams.cli;

import io.journeystreams.config.JourneyConfig;
import io.journeystreams.domain.cart.Purchases;
import io.journeystreams.reset.GroupReset;
import io.journeystreams.reset.LocalState;
import io.journeystreams.reset.ResetPlan;
import io.journeystreams.reset.ResetRequest;
import io.journeystreams.topics.TopicAdmin;
import io.journeystreams.topics.WantedTopic;
import io.journeystreams.topology.Topics;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Makes the state again from the journal, reads inputs again from a point, or both. */
@Command(
        name = "reset",
        description =
                "Make the state again from the journal (--rebuild), read the inputs again from a point (--to-earliest,"
                        + " --to-datetime), or both. All instances must be stopped. Says what it would do, and does it only"
                        + " with --execute.",
        mixinStandardHelpOptions = true)
final class ResetCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ConfigOptions options = new ConfigOptions();

    @Option(
            names = "--rebuild",
            description = "Delete the state, and read the journal from its beginning. The inputs go on where they are.")
    private boolean isRebuild;

    @ArgGroup
    private @Nullable InputPoint inputs;

    @Option(
            names = "--journal",
            description = "Empty the journal too, with --rebuild and --to-earliest: everything is taken in again.")
    private boolean isJournal;

    @Option(
            names = "--local",
            description =
                    "Delete the stores on this machine and nothing else: for every other machine, after a --rebuild.")
    private boolean isLocal;

    @Option(names = "--execute", description = "Do it. Without this, only say what would be done.")
    private boolean isExecute;

    @Option(names = "--force", description = "Do it although something would be lost by it.")
    private boolean isForced;

    /** Where the inputs are read from. */
    private static final class InputPoint {

        @Option(names = "--to-earliest", description = "Read the inputs from their beginning.")
        private boolean isEarliest;

        @Option(names = "--to-latest", description = "Skip what the inputs hold; only with --force.")
        private boolean isLatest;

        @Option(
                names = "--to-datetime",
                paramLabel = "TIME",
                description = "Read the inputs from a time, as 2026-03-01T10:00:00Z, of their records.")
        private @Nullable String time;
    }

    @Override
    public void run() {
        Optional<OffsetSpec> from = Optional.ofNullable(inputs).map(this::spec);
        requireSense(from);
        JourneyConfig config = options.load();
        String group = config.streams().applicationId();
        LocalState local =
                new LocalState(config.streams().requireStateDirectory().resolve(group));
        PrintWriter out = spec.commandLine().getOut();
        requireUnused(local);
        if (!isLocal) {
            resetGroup(config, group, from, out);
        }
        if (isLocal || isRebuild) {
            resetLocal(local, out);
        }
        out.println(isExecute ? "done" : "nothing was changed; --execute does it");
    }

    private void requireSense(Optional<OffsetSpec> from) {
        boolean isOfGroup = isRebuild || from.isPresent() || isJournal;
        if (isLocal == isOfGroup) {
            throw new ParameterException(
                    spec.commandLine(),
                    "say --rebuild, --to-earliest, --to-datetime or several of them, or --local alone");
        }
        if (isJournal && (!isRebuild || from.isEmpty())) {
            throw new ParameterException(spec.commandLine(), "--journal goes with --rebuild and --to-earliest");
        }
    }

    private void resetGroup(JourneyConfig config, String group, Optional<OffsetSpec> from, PrintWriter out) {
        ResetRequest request = new ResetRequest(
                group,
                Topics.INPUTS,
                Topics.JOURNAL,
                TopicsCommand.needs(config).changelogs().stream()
                        .map(WantedTopic::name)
                        .toList(),
                isRebuild,
                from,
                Purchases.REMEMBERED,
                isJournal);
        TopicAdmin.connect(config.kafka().clientProperties()).close();
        try (Admin admin = Admin.create(new HashMap<>(config.kafka().clientProperties()))) {
            GroupReset reset = new GroupReset(admin, request);
            ResetPlan plan = reset.plan();
            print(plan, out);
            require(plan, group);
            if (isExecute) {
                reset.execute(plan);
            }
        } catch (KafkaException e) {
            throw new Failure(
                    ExitCode.TOPICS,
                    "the broker refused: " + e.getClass().getSimpleName() + ": " + e.getMessage()
                            + "; run it again when that is mended, it goes on where it was",
                    e);
        }
    }

    private void print(ResetPlan plan, PrintWriter out) {
        plan.moves()
                .forEach(move -> out.printf(
                        "offset           %s: from %s to %d%n",
                        move.partition(),
                        move.from().isPresent() ? String.valueOf(move.from().getAsLong()) : "none",
                        move.to()));
        plan.changelogs().forEach(topic -> out.printf("changelog        %s: deleted%n", topic));
        plan.journalEnds()
                .forEach((partition, end) -> out.printf("journal          %s: emptied up to %d%n", partition, end));
        if (!isJournal) {
            out.printf("journal          %s: its records are kept%n", Topics.JOURNAL);
        }
        if (isRebuild && !isJournal) {
            out.println(
                    "state            made again from the journal; what is older than the journal's retention is forgotten");
        }
        out.println(
                "alerts           come again with the same alertId and revision; who acts on them drops what is known, so"
                        + " nobody is mailed twice");
        if (inputs != null) {
            out.println(
                    "                 what is taken in again and is past its maxAge is STALE and not to be acted on (T6)");
        }
        plan.harm().forEach(harm -> out.println("harm             " + harm));
    }

    private void require(ResetPlan plan, String group) {
        if (!plan.members().isEmpty()) {
            throw new Failure(
                    ExitCode.RESET,
                    "group " + group + " has members: " + String.join(", ", plan.members())
                            + "; stop all instances. One that was stopped stays a member for 45 s; nothing was changed");
        }
        if (!plan.harm().isEmpty() && !isForced) {
            throw new Failure(
                    ExitCode.RESET,
                    String.join("; ", plan.harm()) + "; --force does it all the same; nothing was changed");
        }
    }

    private void requireUnused(LocalState local) {
        try {
            if (local.isInUse()) {
                throw new Failure(
                        ExitCode.STATE_DIRECTORY,
                        local.directory() + " is in use: a processor runs on it; stop it first; nothing was changed");
            }
        } catch (IOException e) {
            throw unusable(local, e);
        }
    }

    private void resetLocal(LocalState local, PrintWriter out) {
        out.printf("local state      %s: %s%n", local.directory(), local.isThere() ? "deleted" : "not there");
        if (!isLocal) {
            out.println("other machines   before an instance starts there: journey reset --local --execute");
        }
        try {
            if (isExecute && local.isThere()) {
                local.delete();
            }
        } catch (IOException e) {
            throw unusable(local, e);
        }
    }

    private static Failure unusable(LocalState local, IOException e) {
        return new Failure(
                ExitCode.STATE_DIRECTORY,
                local.directory() + " cannot be deleted (" + e.getClass().getSimpleName()
                        + "); check its rights and run this again",
                e);
    }

    private OffsetSpec spec(InputPoint point) {
        if (point.isEarliest || point.isLatest || point.time == null) {
            return point.isLatest ? OffsetSpec.latest() : OffsetSpec.earliest();
        }
        try {
            return OffsetSpec.forTimestamp(Instant.parse(point.time).toEpochMilli());
        } catch (DateTimeParseException e) {
            throw new ParameterException(
                    spec.commandLine(), "--to-datetime is a time as 2026-03-01T10:00:00Z, not " + point.time, e);
        }
    }
}
