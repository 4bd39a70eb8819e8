package io.journeystreams.domain.churn.model;

/**
 * The family of {@link BgNbd} and {@link MbgNbd}: rates are gamma distributed among customers, probabilities to become
 * inactive with an order are beta distributed. They differ in how often a customer had to decide to stay.
 */
public sealed interface BetaGeometric extends PurchaseModel permits BgNbd, MbgNbd {

    /** Shape of the distribution of rates. */
    double r();

    /** Rate of that distribution, weeks. */
    double alpha();

    /** First parameter of the distribution of the probability to become inactive. */
    double a();

    /** Its second parameter. */
    double b();

    /** How often a customer who is active after so many repeats has decided to stay. */
    int stays(int repeats);

    @Override
    default double alive(RepeatPurchases purchases) {
        int stays = stays(purchases.repeats());
        if (stays == 0) {
            return 1;
        }
        double silence = Math.log((alpha() + purchases.ageWeeks()) / (alpha() + purchases.lastWeeks()));
        double odds = a() / (b() + stays - 1);
        return 1 / (1 + Math.exp(Math.log(odds) + (r() + purchases.repeats()) * silence));
    }

    @Override
    default double buys(RepeatPurchases purchases, double horizonWeeks) {
        double silence = (r() + purchases.repeats())
                * Math.log1p(-horizonWeeks / (alpha() + purchases.ageWeeks() + horizonWeeks));
        return alive(purchases) * -Math.expm1(silence);
    }

    /** Formula 10 of Fader, Hardie and Lee (2005), its hypergeometric function after Euler's transformation. */
    @Override
    default double expectedOrders(RepeatPurchases purchases, double horizonWeeks) {
        double shape = r() + purchases.repeats();
        double z = horizonWeeks / (alpha() + purchases.ageWeeks() + horizonWeeks);
        double total = a() + b() + stays(purchases.repeats()) - 1;
        double excess = Hypergeometric.awayFromZero(a() - 1);
        double left = Math.exp(excess * Math.log1p(-z)) * Hypergeometric.of(total - shape, excess, total, z);
        return alive(purchases) * total / excess * (1 - left);
    }

    /** Formula 8 of Fader, Hardie and Lee (2005). */
    @Override
    default double countProbability(int repeats, double weeks) {
        double none = Math.exp(r() * Math.log(alpha() / (alpha() + weeks)));
        double z = weeks / (alpha() + weeks);
        double fewer = 0;
        double count = none;
        for (int n = 0; n < repeats; n++) {
            fewer += count;
            count *= (r() + n) / (n + 1) * z;
        }
        int stays = stays(repeats);
        double left = stays == 0 ? 0 : stayed(stays - 1) * a() / (a() + b() + stays - 1) * (1 - fewer);
        return stayed(stays) * count + left;
    }

    /** Of one customer's purchases: formula 3 of Fader, Hardie and Lee (2005). */
    default double logLikelihood(RepeatPurchases purchases) {
        double rates = r() * Math.log(alpha());
        for (int i = 0; i < purchases.repeats(); i++) {
            rates += Math.log(r() + i);
        }
        int stays = stays(purchases.repeats());
        double shape = r() + purchases.repeats();
        double active = logStayed(stays) - shape * Math.log(alpha() + purchases.ageWeeks());
        return rates + active - Math.log(alive(purchases));
    }

    private double logStayed(int times) {
        double logarithm = 0;
        for (int i = 0; i < times; i++) {
            logarithm += Math.log((b() + i) / (a() + b() + i));
        }
        return logarithm;
    }

    private double stayed(int times) {
        return Math.exp(logStayed(times));
    }
}
