package io.journeystreams.domain.engine;

import io.journeystreams.domain.abandonment.AbandonmentPolicy;
import io.journeystreams.domain.abandonment.ActionPolicy;
import io.journeystreams.domain.abandonment.ConsentRule;
import io.journeystreams.domain.abandonment.ControlGroup;
import io.journeystreams.domain.abandonment.Kind;
import io.journeystreams.domain.abandonment.KindPolicy;
import io.journeystreams.domain.abandonment.QuietHours;
import io.journeystreams.domain.event.ProfileKey;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Settings and profile of a random history: the usual ones, or with everything on; a customer, or a device. */
final class RandomShop {

    private static final List<ConsentRule> CONSENTS = List.of(ConsentRule.values());

    private RandomShop() {}

    static ProfileKey profile(long seed) {
        return seed % 2 == 0 ? ProfileKey.ofCustomer("c1") : ProfileKey.ofDevice("d0");
    }

    static EnginePolicy policy(long seed) {
        return seed % 4 < 2 ? EnginePolicy.defaults() : withEverythingOn(seed);
    }

    private static EnginePolicy withEverythingOn(long seed) {
        EnginePolicy usual = EnginePolicy.defaults();
        AbandonmentPolicy abandonment = usual.abandonment();
        Map<Kind, KindPolicy> kinds = new EnumMap<>(Kind.class);
        abandonment
                .kinds()
                .forEach((kind, policy) -> kinds.put(
                        kind,
                        new KindPolicy(
                                policy.delay(),
                                policy.minValue(),
                                policy.maxAge(),
                                List.of(Duration.ofMinutes(90), Duration.ofHours(26)))));
        return usual.with(new AbandonmentPolicy(
                kinds,
                seed / 4 % 2 == 0 ? AbandonmentPolicy.Basis.CUSTOMER : AbandonmentPolicy.Basis.SUBJECT,
                abandonment.frequencyCap(),
                abandonment.coolDown(),
                abandonment.maxAlerts(),
                abandonment.quietAfterHigher(),
                abandonment.recoveryWindow(),
                abandonment.pendingDelays(),
                abandonment.interest(),
                action(seed),
                abandonment.recoveryLink()));
    }

    private static ActionPolicy action(long seed) {
        return new ActionPolicy(
                CONSENTS.get((int) (seed / 8 % CONSENTS.size())),
                Optional.of(new QuietHours(LocalTime.of(21, 0), LocalTime.of(8, 0))),
                ZoneId.of("Europe/Berlin"),
                new ControlGroup(BigDecimal.valueOf(seed / 16 % 2 * 100)),
                Duration.ofDays(7));
    }
}
