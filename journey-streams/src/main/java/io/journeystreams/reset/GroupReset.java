package io.journeystreams.reset;

import io.journeystreams.reset.ResetPlan.Move;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/**
 * Takes a group back. What is done stands in an order that may be broken off anywhere and begun again: offsets first, so that no state
 * is ever gone while the journal would be read from its middle, which would lose carts; the journal's records last.
 */
public final class GroupReset {

    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(15);
    private static final Duration DELETED_WITHIN = Duration.ofSeconds(30);
    private static final long LOOKS_AGAIN_AFTER_MS = 100;

    private final Admin admin;
    private final ResetRequest request;

    public GroupReset(Admin admin, ResetRequest request) {
        this.admin = admin;
        this.request = request;
    }

    /** Changes nothing. @throws KafkaException if the broker refuses or does not answer */
    public ResetPlan plan() {
        Map<TopicPartition, Long> committed = committed();
        List<Move> moves = new ArrayList<>();
        request.inputsFrom().ifPresent(spec -> moves.addAll(moves(request.inputs(), spec, committed)));
        List<TopicPartition> journal = partitions(List.of(request.journal()));
        Map<TopicPartition, Long> ends = request.emptyJournal() ? offsets(journal, OffsetSpec.latest()) : Map.of();
        if (request.rebuild()) {
            moves.addAll(moves(
                    List.of(request.journal()),
                    request.emptyJournal() ? OffsetSpec.latest() : OffsetSpec.earliest(),
                    committed));
        }
        return new ResetPlan(members(), moves, changelogs(), ends, harm(moves));
    }

    /** Does what the plan says. @throws KafkaException if the broker refuses or does not answer; it may be called again */
    public void execute(ResetPlan plan) {
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        plan.moves().forEach(move -> offsets.put(move.partition(), new OffsetAndMetadata(move.to())));
        if (!offsets.isEmpty()) {
            await(admin.alterConsumerGroupOffsets(request.group(), offsets).all());
        }
        if (!plan.changelogs().isEmpty()) {
            await(admin.deleteTopics(plan.changelogs()).all());
            awaitGone(plan.changelogs());
        }
        if (!plan.journalEnds().isEmpty()) {
            Map<TopicPartition, RecordsToDelete> records = new HashMap<>();
            plan.journalEnds().forEach((partition, end) -> records.put(partition, RecordsToDelete.beforeOffset(end)));
            await(admin.deleteRecords(records).all());
        }
    }

    private List<String> members() {
        try {
            ConsumerGroupDescription group =
                    await(Objects.requireNonNull(admin.describeConsumerGroups(List.of(request.group()))
                            .describedGroups()
                            .get(request.group())));
            return group.members().stream()
                    .map(GroupReset::nameOf)
                    .distinct()
                    .sorted()
                    .toList();
        } catch (GroupIdNotFoundException e) {
            return List.of();
        }
    }

    private static String nameOf(MemberDescription member) {
        return member.groupInstanceId().orElse(member.clientId()) + " at " + member.host();
    }

    private List<Move> moves(Collection<String> topics, OffsetSpec spec, Map<TopicPartition, Long> committed) {
        List<TopicPartition> partitions = partitions(topics);
        Map<TopicPartition, Long> wanted = offsets(partitions, spec);
        Map<TopicPartition, Long> ends = offsets(partitions, OffsetSpec.latest());
        return partitions.stream()
                .map(partition -> new Move(partition, known(committed, partition), to(partition, wanted, ends)))
                .filter(move -> move.from().isEmpty() || move.from().getAsLong() != move.to())
                .toList();
    }

    private static OptionalLong known(Map<TopicPartition, Long> committed, TopicPartition partition) {
        Long offset = committed.get(partition);
        return offset == null ? OptionalLong.empty() : OptionalLong.of(offset);
    }

    /** Where no record is as late as a time, the end. */
    private static long to(TopicPartition partition, Map<TopicPartition, Long> wanted, Map<TopicPartition, Long> ends) {
        long offset = Objects.requireNonNull(wanted.get(partition));
        return offset < 0 ? Objects.requireNonNull(ends.get(partition)) : offset;
    }

    private List<String> harm(List<Move> moves) {
        if (request.inputsFrom().isEmpty()) {
            return List.of();
        }
        List<String> harm = new ArrayList<>();
        if (skipsInputs(moves)) {
            harm.add(
                    "input records would never be read: an order among them that is not known means a reminder to somebody"
                            + " who has bought");
        }
        if (request.emptyJournal() && !isFromTheBeginning()) {
            harm.add(
                    "the journal would be emptied and the inputs not read from their beginning: carts, orders and consent"
                            + " from before would be lost");
        }
        if (!request.emptyJournal() && readsOldOrdersAgain(moves)) {
            harm.add("orders older than " + request.ordersKnownFor().toDays()
                    + " days would be read again, and are not known"
                    + " one by one any more: they would count twice; with --rebuild --journal they do not");
        }
        return harm;
    }

    private boolean isInput(Move move) {
        return request.inputs().contains(move.partition().topic());
    }

    private boolean skipsInputs(List<Move> moves) {
        Map<TopicPartition, Long> beginnings = offsets(partitions(request.inputs()), OffsetSpec.earliest());
        return moves.stream()
                .filter(this::isInput)
                .anyMatch(move -> move.skips(Objects.requireNonNull(beginnings.get(move.partition()))));
    }

    private boolean isFromTheBeginning() {
        List<TopicPartition> inputs = partitions(request.inputs());
        return offsets(inputs, request.inputsFrom().orElseThrow()).equals(offsets(inputs, OffsetSpec.earliest()));
    }

    private boolean readsOldOrdersAgain(List<Move> moves) {
        List<TopicPartition> inputs = partitions(request.inputs());
        long knownSinceMs =
                System.currentTimeMillis() - request.ordersKnownFor().toMillis();
        Map<TopicPartition, Long> known = offsets(inputs, OffsetSpec.forTimestamp(knownSinceMs));
        Map<TopicPartition, Long> ends = offsets(inputs, OffsetSpec.latest());
        return moves.stream()
                .filter(this::isInput)
                .filter(move -> move.from().isPresent())
                .anyMatch(move -> move.to() < Math.min(move.from().getAsLong(), to(move.partition(), known, ends)));
    }

    private List<String> changelogs() {
        if (!request.rebuild()) {
            return List.of();
        }
        Set<String> there = await(admin.listTopics().names());
        return request.changelogs().stream().filter(there::contains).toList();
    }

    private List<TopicPartition> partitions(Collection<String> topics) {
        return await(admin.describeTopics(topics).allTopicNames()).values().stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .sorted(Comparator.comparing(TopicPartition::topic).thenComparing(TopicPartition::partition))
                .toList();
    }

    private Map<TopicPartition, Long> offsets(List<TopicPartition> partitions, OffsetSpec spec) {
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        partitions.forEach(partition -> asked.put(partition, spec));
        Map<TopicPartition, Long> offsets = new HashMap<>();
        for (Map.Entry<TopicPartition, ListOffsetsResultInfo> answer :
                await(admin.listOffsets(asked).all()).entrySet()) {
            offsets.put(answer.getKey(), answer.getValue().offset());
        }
        return offsets;
    }

    private Map<TopicPartition, Long> committed() {
        Map<TopicPartition, Long> committed = new HashMap<>();
        await(admin.listConsumerGroupOffsets(request.group()).partitionsToOffsetAndMetadata())
                .forEach((partition, offset) -> {
                    if (offset != null) {
                        committed.put(partition, offset.offset());
                    }
                });
        return committed;
    }

    /** A topic that is still being deleted would be taken for the new one. */
    private void awaitGone(List<String> topics) {
        long endsNanos = System.nanoTime() + DELETED_WITHIN.toNanos();
        while (await(admin.listTopics().names()).stream().anyMatch(topics::contains)) {
            if (System.nanoTime() > endsNanos) {
                throw new KafkaException("changelogs were not deleted within " + DELETED_WITHIN);
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(LOOKS_AGAIN_AFTER_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted", e);
        }
    }

    private static <T> T await(KafkaFuture<T> answer) {
        try {
            return answer.get(ANSWER_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException refused ? refused : new KafkaException(e.getCause());
        } catch (TimeoutException e) {
            throw new KafkaException("no answer within " + ANSWER_WITHIN, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted", e);
        }
    }
}
