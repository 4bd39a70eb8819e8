package io.journeystreams.topics;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.DescribeConsumerGroupsOptions;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.TransactionalIdNotFoundException;

/** Holds a cluster against what the processor needs. Changes nothing. */
final class ClusterCheck {

    private final Admin admin;
    private final BrokerAnswers answers;
    private final Needs needs;
    private final TopicObserver observer;
    private final List<Finding> findings = new ArrayList<>();

    ClusterCheck(Admin admin, BrokerAnswers answers, Needs needs) {
        this.admin = admin;
        this.answers = answers;
        this.needs = needs;
        this.observer = new TopicObserver(admin, answers);
    }

    /** In the order of the topics, then changelogs, then the rest. */
    List<Finding> findings() {
        int journalPartitions = -1;
        for (WantedTopic wanted : needs.topics()) {
            Observed observed = observer.observe(wanted);
            findings.addAll(TopicPlan.findings(wanted, observed));
            if (wanted.role() == Role.JOURNAL && observed instanceof Observed.Present journal) {
                journalPartitions = journal.partitions();
            }
        }
        for (WantedTopic changelog : needs.changelogs()) {
            WantedTopic wanted = journalPartitions < 0 ? changelog : changelog.withPartitions(journalPartitions);
            findings.addAll(TopicPlan.findings(wanted, observer.observe(wanted)));
        }
        checkGroup();
        checkTransactions();
        return List.copyOf(findings);
    }

    /** Whether a group that nobody has been in may be read shows only in whether it may be asked about. */
    private void checkGroup() {
        Right right = needs.group();
        KafkaFuture<ConsumerGroupDescription> described = Objects.requireNonNull(admin.describeConsumerGroups(
                        List.of(right.name()), new DescribeConsumerGroupsOptions().includeAuthorizedOperations(true))
                .describedGroups()
                .get(right.name()));
        boolean isAllowed = answers.refusal(described, AuthorizationException.class, GroupIdNotFoundException.class)
                .map(GroupIdNotFoundException.class::isInstance)
                .orElseGet(() -> mayRead(described));
        require(isAllowed, right);
    }

    private static boolean mayRead(KafkaFuture<ConsumerGroupDescription> described) {
        try {
            return described.getNow(null).authorizedOperations().contains(AclOperation.READ);
        } catch (Exception e) {
            throw new IllegalStateException("the group has been described", e);
        }
    }

    /** To begin a transaction would leave a trace in the cluster; the right to do so includes that to ask. */
    private void checkTransactions() {
        Right right = needs.transactions();
        String id = right.name() + "check";
        boolean isForbidden = answers.refusal(
                        admin.describeTransactions(List.of(id)).description(id),
                        AuthorizationException.class,
                        TransactionalIdNotFoundException.class)
                .map(AuthorizationException.class::isInstance)
                .orElse(false);
        require(!isForbidden, right);
    }

    private void require(boolean isAllowed, Right right) {
        if (!isAllowed) {
            findings.add(TopicPlan.missing(right));
        }
    }
}
