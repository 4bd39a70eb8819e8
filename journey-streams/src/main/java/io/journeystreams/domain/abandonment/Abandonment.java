package io.journeystreams.domain.abandonment;

import io.journeystreams.domain.event.CartId;
import io.journeystreams.domain.event.CheckoutId;
import io.journeystreams.domain.event.JourneyEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a customer has left unfinished, and the counts of rule A1.
 *
 * @param past alerts whose subject has had a later one since
 * @param ended armed, abandoned and disarmed so far; the open ones are counted from the subjects
 */
public record Abandonment(List<Subject> subjects, List<Alert> past, Tally ended) {

    public static final Abandonment NONE = new Abandonment(List.of(), List.of(), Tally.ZERO);

    /**
     * Subjects kept; beyond, those at rest that have not changed for longest go first, then those with an alert that stands, then
     * armed ones: their alert is taken back and they are disarmed (OVERFLOW), so that nobody is reminded of what is forgotten.
     */
    public static final int MAX_SUBJECTS = 100;

    /**
     * Lines kept of what tills and orders listed, in all subjects together; beyond, those that have not changed for longest lose
     * theirs. Where nothing is known of what was at the till, any purchase closes it (rule A4).
     */
    public static final int MAX_LINES = 2 * About.MAX_LINES;

    /** Past alerts kept, but for those that readers still take to stand. */
    public static final int MAX_PAST = 100;

    private static final Comparator<Subject> FIRST_TO_GO = Comparator.comparing(
                    (Subject subject) -> !subject.isAtRest())
            .thenComparing(Subject::isArmed)
            .thenComparingLong(Subject::changedAtMs)
            .thenComparing(subject -> subject.key().kind())
            .thenComparing(subject -> subject.key().id());

    private static final Comparator<Alert> IN_TIME = Comparator.comparing(Due::of, Due.ORDER)
            .thenComparing(alert -> alert.id().value());

    public Abandonment {
        subjects = List.copyOf(subjects);
        past = List.copyOf(past);
    }

    public Tally tally() {
        long open = 0;
        for (Subject subject : subjects) {
            open += subject.isArmed() ? 1 : 0;
        }
        return ended.plus(Tally.ofOpen(open));
    }

    /** All alerts, the earliest deadline first, of the same deadline the highest kind. */
    public List<Alert> alerts() {
        List<Alert> alerts = new ArrayList<>(past);
        for (Subject subject : subjects) {
            subject.alerts().last().ifPresent(alerts::add);
        }
        if (alerts.size() > 1) {
            alerts.sort(IN_TIME);
        }
        return alerts;
    }

    /** The cart that a checkout is about, if the checkout is known. */
    public Optional<CartId> cartOf(CheckoutId checkout) {
        return subjects.stream()
                .filter(subject -> subject.about().checkoutId().equals(Optional.of(checkout)))
                .flatMap(subject -> subject.about().cartId().stream())
                .findFirst();
    }

    /** Marks the live alert whose link led to this page (rule A6). */
    public Abandonment cameBackTo(String pageUrl) {
        Abandonment next = this;
        for (Subject subject : subjects) {
            boolean isLink = subject.alerts()
                    .live()
                    .filter(alert -> pageUrl.contains(alert.id().value()))
                    .isPresent();
            if (isLink) {
                next = next.with(subject.with(subject.alerts().followedLink()));
            }
        }
        return next;
    }

    /**
     * What two profiles have left unfinished. Of a subject that both know, the arming of the earlier stands for both, and so does
     * the alert of the earlier; the other's ends as merged (rule I6).
     */
    public Abandonment union(Abandonment other) {
        Abandonment joined = new Abandonment(
                subjects, Stream.concat(past.stream(), other.past.stream()).toList(), ended.plus(other.ended));
        for (Subject theirs : other.subjects) {
            Optional<Subject> ours = find(theirs.key());
            joined = ours.isEmpty() ? joined.with(theirs) : joined.joined(SubjectMerge.of(ours.get(), theirs));
        }
        return joined;
    }

    /** One subject for two, which counts as an end of the second arming if both were armed. */
    Abandonment joined(SubjectMerge merge) {
        List<Alert> before = new ArrayList<>(past);
        before.addAll(merge.past());
        Abandonment next = new Abandonment(subjects, before, ended).with(merge.subject());
        return merge.bothWereArmed() ? next.counted(Tally.ofDisarmed(DisarmReason.MERGED)) : next;
    }

    /**
     * Without subjects at rest that nobody has touched since, and without past alerts that have been published.
     *
     * @param alertsMs those with a deadline before this have been, epoch milliseconds
     */
    public Abandonment forgetBefore(long ms, long alertsMs) {
        return new Abandonment(
                subjects.stream()
                        .filter(subject -> !subject.isAtRest() || subject.changedAtMs() >= ms)
                        .toList(),
                past.stream().filter(alert -> alert.deadlineMs() >= alertsMs).toList(),
                ended);
    }

    /**
     * No more subjects than a profile may hold.
     *
     * @param atMs event time, epoch milliseconds
     */
    public Abandonment bounded(long atMs) {
        Abandonment next = this;
        while (next.subjects.size() > MAX_SUBJECTS) {
            Subject gone = next.subjects.stream().min(FIRST_TO_GO).orElseThrow();
            next = next.ended(gone, atMs).forgetting(gone.key());
        }
        while (next.lines() > MAX_LINES) {
            Subject oldest = next.subjects.stream()
                    .filter(Abandonment::hasList)
                    .min(FIRST_TO_GO)
                    .orElseThrow();
            next = next.with(oldest.with(oldest.about().with(List.of())));
        }
        return next;
    }

    /** There is more than a profile may hold. */
    public boolean isTooMuch() {
        return subjects.size() > MAX_SUBJECTS || lines() > MAX_LINES;
    }

    private int lines() {
        int lines = 0;
        for (Subject subject : subjects) {
            lines += hasList(subject) ? subject.about().lines().size() : 0;
        }
        return lines;
    }

    /** A look has one line, which is what it is about. */
    private static boolean hasList(Subject subject) {
        return !subject.kind().isInterest() && !subject.about().lines().isEmpty();
    }

    /** Ends what is under way about a cart that is forgotten. */
    public Abandonment overflowing(CartId cart, long atMs) {
        Abandonment next = this;
        for (Subject subject : about(cart)) {
            next = next.ended(subject, atMs);
        }
        return next;
    }

    /** Ends everything: nobody is reminded of anything of it. */
    public Abandonment overflowing(long atMs) {
        Abandonment next = this;
        for (Subject subject : subjects) {
            next = next.ended(subject, atMs);
        }
        return new Abandonment(List.of(), List.of(), next.ended);
    }

    /** With the end of all alerts that readers take to stand. */
    public Abandonment endingAsOverflow(AlertLedger told, long atMs) {
        AlertStatus status = new AlertStatus.Retracted(atMs, Reason.OVERFLOW);
        List<Alert> taken =
                told.open().stream().map(alert -> alert.withStatus(status)).toList();
        return new Abandonment(subjects, taken, ended);
    }

    private Abandonment ended(Subject subject, long atMs) {
        Abandonment next = disarm(subject, DisarmReason.OVERFLOW, atMs);
        Subject current = next.get(subject.key(), subject.about());
        return current.alerts().live().isEmpty()
                ? next
                : next.resolve(current, new AlertStatus.Retracted(atMs, Reason.OVERFLOW));
    }

    /** Its last alert is told to the end. */
    private Abandonment forgetting(SubjectKey key) {
        Subject gone = find(key).orElseThrow();
        List<Alert> more = new ArrayList<>(past);
        gone.alerts().last().ifPresent(more::add);
        return new Abandonment(
                subjects.stream().filter(subject -> !subject.equals(gone)).toList(), more, ended);
    }

    /** Past alerts up to the bound, the latest, and those of which readers have still to be told how they ended. */
    public Abandonment keepingPast(AlertLedger told) {
        int excess = past.size() - MAX_PAST;
        if (excess <= 0) {
            return this;
        }
        Set<AlertId> open = told.open().stream().map(Alert::id).collect(Collectors.toSet());
        Set<AlertId> oldest = past.stream()
                .sorted(Comparator.comparing(Due::of, Due.ORDER))
                .limit(excess)
                .map(Alert::id)
                .collect(Collectors.toSet());
        return new Abandonment(
                subjects,
                past.stream()
                        .filter(alert -> !oldest.contains(alert.id()) || open.contains(alert.id()))
                        .toList(),
                ended);
    }

    /** Disarms what a program's session has armed (rule S6). */
    public Abandonment quarantine(long sinceMs, long atMs) {
        Abandonment next = this;
        for (Subject subject : subjects) {
            boolean isOfProgram =
                    subject.arming() instanceof Arming.Armed armed && armed.atMs() >= sinceMs && armed.atMs() <= atMs;
            next = isOfProgram ? next.disarm(subject, DisarmReason.BOT, atMs) : next;
        }
        return next;
    }

    boolean hasAlert(AlertId id) {
        return alerts().stream().anyMatch(alert -> alert.id().equals(id));
    }

    Optional<Subject> find(SubjectKey key) {
        for (Subject subject : subjects) {
            if (subject.key().equals(key)) {
                return Optional.of(subject);
            }
        }
        return Optional.empty();
    }

    Subject get(SubjectKey key, CartId cartId) {
        return get(key, About.cart(cartId));
    }

    Subject get(SubjectKey key, About about) {
        return find(key).orElseGet(() -> Subject.idle(key, about));
    }

    List<Subject> ofKind(Kind kind) {
        return subjects.stream().filter(subject -> subject.kind() == kind).toList();
    }

    /** A kind above this one is armed in the same episode. */
    boolean isSuperseded(Subject lower) {
        return subjects.stream()
                .anyMatch(other -> other.isArmed()
                        && other.kind() != Kind.PAYMENT_PENDING
                        && other.kind().isAbove(lower.kind())
                        && other.isSameEpisode(lower));
    }

    List<Subject> about(CartId cartId) {
        return subjects.stream().filter(subject -> subject.isAbout(cartId)).toList();
    }

    Abandonment without(Subject gone) {
        return new Abandonment(
                subjects.stream()
                        .filter(subject -> !subject.key().equals(gone.key()))
                        .toList(),
                past,
                ended);
    }

    Abandonment with(Subject changed) {
        List<Subject> next = new ArrayList<>(subjects);
        next.removeIf(subject -> subject.key().equals(changed.key()));
        next.add(changed);
        return new Abandonment(next, past, ended);
    }

    /** Disarms what a higher kind takes over in its episode (rule A3). */
    Abandonment supersededBy(Subject higher, long atMs) {
        Abandonment next = this;
        for (Subject other : subjects) {
            if (higher.kind().isAbove(other.kind()) && higher.isSameEpisode(other)) {
                next = next.disarm(other, DisarmReason.MOVED_UP, atMs);
            }
        }
        return next;
    }

    /** Arms a subject, unless it has had all the alerts that it may have (rule A10); an armed one is touched. */
    Abandonment armOrTouch(Subject subject, JourneyEvent event, AbandonmentPolicy policy) {
        if (subject.isArmed()) {
            return with(subject.touchedBy(event));
        }
        return subject.alerts().count() >= policy.maxAlerts() ? with(subject) : arm(subject.armedBy(event));
    }

    Abandonment arm(Subject armed) {
        return with(armed).counted(Tally.ofArmed());
    }

    Abandonment disarm(Subject subject, DisarmReason reason, long atMs) {
        if (!(subject.arming() instanceof Arming.Armed armed)) {
            return this;
        }
        return with(subject.with(new Arming.Disarmed(armed.by(), reason, atMs), atMs))
                .counted(Tally.ofDisarmed(reason));
    }

    /** The subject's deadline passed: its arming became an alert, which takes the place of the one before. */
    Abandonment abandon(Subject subject, Alert alert) {
        List<Alert> before = new ArrayList<>(past);
        subject.alerts().last().ifPresent(before::add);
        Subject alerted = subject.with(new Arming.Idle(), alert.deadlineMs())
                .with(subject.alerts().with(alert));
        return new Abandonment(subjects, before, ended).with(alerted).counted(Tally.ofAbandoned());
    }

    /** An alert had gone out although, as is known now, its arming had been disarmed: it did end as an alert. */
    Abandonment reclassify(Subject subject, Arming without, DisarmReason reason, Alert takenBack) {
        Tally change = Tally.ofAbandoned().minus(Tally.ofDisarmed(reason));
        return withTakenBack(subject.with(without, subject.changedAtMs()), takenBack)
                .counted(change);
    }

    /** Counts an alert that had gone out among the subject's, without touching one that stands. */
    Abandonment withTakenBack(Subject subject, Alert takenBack) {
        List<Alert> before = new ArrayList<>(past);
        before.add(takenBack);
        Subject counted = subject.with(subject.alerts().counting(takenBack));
        return new Abandonment(subjects, before, ended).with(counted);
    }

    /** An alert is taken back that had taken the place of others. */
    Abandonment recoverReplaced(long replacedAtMs, long boughtAtMs) {
        AlertStatus.Recovered recovery = new AlertStatus.Recovered(boughtAtMs, false);
        return new Abandonment(
                subjects.stream()
                        .map(subject -> subject.with(subject.alerts().recoveredIfReplaced(replacedAtMs, boughtAtMs)))
                        .toList(),
                past.stream()
                        .map(alert -> alert.recoveredIfReplaced(replacedAtMs, recovery))
                        .toList(),
                ended);
    }

    Abandonment resolve(Subject subject, AlertStatus status) {
        return with(subject.with(subject.alerts().resolved(status)));
    }

    private Abandonment counted(Tally change) {
        return new Abandonment(subjects, past, ended.plus(change));
    }
}
