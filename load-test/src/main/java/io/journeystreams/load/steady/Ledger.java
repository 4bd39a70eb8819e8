package io.journeystreams.load.steady;

import io.journeystreams.load.shop.ShopEvent;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What must come out, what has come, and how long after its event was due. May be used by several threads.
 *
 * <p>A stage transition names the event that completed its evidence. A picture names the profile and its latest event; the first
 * picture that does so was brought by that event, others by what else concerns the profile. Twice the same decision is one
 * with the same intake time. The hand-over of a device to its customer renews the picture as well, some events after the first,
 * with the first event's intake time: if intake took a later event within the same millisecond, its picture may look repeated
 * and is not.
 */
final class Ledger {

    private static final int NONE = Integer.MIN_VALUE;

    private final Schedule schedule;
    private final int firstMeasured;
    private final Duty duty = new Duty();
    private final int[] devices;
    private final int[] pictureIntakeMs;
    private final BitSet firsts = new BitSet();
    private final int[] firstIntakeMs;
    private final Map<OutputKind, Account> accounts = new EnumMap<>(OutputKind.class);

    /**
     * @param events there will be
     * @param visitors there are, numbered from 0
     * @param firstMeasured number of the first event whose latency counts
     */
    Ledger(Schedule schedule, int events, int visitors, int firstMeasured) {
        this.schedule = schedule;
        this.firstMeasured = firstMeasured;
        this.devices = new int[events];
        this.pictureIntakeMs = new int[events];
        this.firstIntakeMs = new int[visitors];
        for (OutputKind kind : OutputKind.values()) {
            accounts.put(kind, new Account());
        }
    }

    /** Before the event is sent; in the order of their numbers. */
    synchronized void willSend(int number, ShopEvent event) {
        devices[number] = event.device();
        pictureIntakeMs[number] = NONE;
        firsts.set(number, duty.isFirst(event));
        Set<OutputKind> due = duty.of(event);
        due.forEach(kind -> account(kind).expect(number));
    }

    /** A mission's move, by the event that completed its evidence. */
    synchronized void stageMoved(long number, long nowNanos) {
        if (number < 0 || number >= devices.length) {
            throw new IllegalArgumentException("a stage moved by event " + number + ", which was never sent");
        }
        record(OutputKind.STAGE, (int) number, nowNanos);
    }

    /**
     * A picture of a profile.
     *
     * @param lastSeenMs event time of its latest event
     * @param intakeMs intake time of what led to the picture
     */
    synchronized void pictured(int device, long lastSeenMs, long intakeMs, long nowNanos) {
        int number = find(device, lastSeenMs);
        int sinceStartMs = (int) (intakeMs - schedule.startMs());
        if (number < 0) {
            return;
        }
        if (firsts.get(number)) {
            firstIntakeMs[device] = sinceStartMs;
            return;
        }
        Account pictures = account(OutputKind.PICTURE);
        if (!pictures.expects(number)) {
            return;
        }
        if (pictureIntakeMs[number] == NONE) {
            pictureIntakeMs[number] = sinceStartMs;
            record(OutputKind.PICTURE, number, nowNanos);
        } else if (pictureIntakeMs[number] == sinceStartMs && sinceStartMs != firstIntakeMs[device]) {
            pictures.repeated++;
        }
    }

    /** Outputs that must come and have not. */
    synchronized long outstanding() {
        return accounts.values().stream().mapToLong(Account::missing).sum();
    }

    synchronized Tally tally(OutputKind kind) {
        Account account = account(kind);
        return new Tally(
                kind, account.expected.cardinality(), account.missing(), account.repeated, account.latency.copy());
    }

    private void record(OutputKind kind, int number, long nowNanos) {
        boolean isNew = account(kind).come(number);
        if (isNew && number >= firstMeasured) {
            account(kind).latency.record(nowNanos - schedule.dueNanos(number));
        }
    }

    /** A visitor does at most one thing in a millisecond. */
    private int find(int device, long atMs) {
        long number = Math.max(0, schedule.firstDueAt(atMs));
        while (number < devices.length && schedule.dueMs(number) == atMs) {
            if (devices[(int) number] == device) {
                return (int) number;
            }
            number++;
        }
        return -1;
    }

    private Account account(OutputKind kind) {
        return Objects.requireNonNull(accounts.get(kind));
    }

    private static final class Account {

        private final BitSet expected = new BitSet();
        private final BitSet came = new BitSet();
        private final Latency latency = new Latency();
        private long outstanding;
        private long repeated;

        void expect(int number) {
            expected.set(number);
            outstanding++;
        }

        boolean expects(int number) {
            return expected.get(number);
        }

        /** Whether it is the first time. */
        boolean come(int number) {
            if (came.get(number)) {
                repeated++;
                return false;
            }
            came.set(number);
            if (expected.get(number)) {
                outstanding--;
            }
            return true;
        }

        long missing() {
            return outstanding;
        }
    }
}
