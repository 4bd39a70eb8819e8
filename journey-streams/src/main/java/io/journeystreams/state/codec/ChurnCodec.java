package io.journeystreams.state.codec;

import io.journeystreams.contracts.StoredChurn;
import io.journeystreams.contracts.StoredJudged;
import io.journeystreams.contracts.StoredOutlook;
import io.journeystreams.domain.churn.Churn;
import io.journeystreams.domain.churn.Judged;
import io.journeystreams.domain.churn.Outlook;
import org.jspecify.annotations.Nullable;

/** How a customer buys, and what is told of their leaving. */
final class ChurnCodec {

    private ChurnCodec() {}

    /** Null if there is nothing to say: of who has bought nothing and has no contract. */
    static @Nullable StoredChurn store(Churn churn, TextTable texts) {
        return churn.equals(Churn.NONE) ? null : stored(churn, texts);
    }

    static Churn read(@Nullable StoredChurn stored, Texts texts) {
        return stored == null ? Churn.NONE : churn(stored, texts);
    }

    private static StoredChurn stored(Churn churn, TextTable texts) {
        return new StoredChurn(
                BuyingCodec.past(churn.buying().past(), texts),
                BuyingCodec.orders(churn.buying(), texts),
                store(churn.judged(), texts),
                store(churn.outlook()),
                ContractCodec.store(churn.contract(), texts),
                churn.alerts().stream()
                        .map(alert -> ChurnAlertCodec.store(alert, texts))
                        .toList(),
                ForecastCodec.store(churn.forecasts(), texts));
    }

    private static Churn churn(StoredChurn stored, Texts texts) {
        return new Churn(
                BuyingCodec.read(stored.getPast(), stored.getOrders(), texts),
                read(stored.getJudged(), texts),
                read(stored.getOutlook()),
                ContractCodec.read(stored.getContract(), texts),
                stored.getAlerts().stream()
                        .map(alert -> ChurnAlertCodec.read(alert, texts))
                        .toList(),
                ForecastCodec.read(stored.getForecasts(), texts));
    }

    private static @Nullable StoredJudged store(Judged judged, TextTable texts) {
        return judged.equals(Judged.NEVER)
                ? null
                : new StoredJudged(
                        texts.place(judged.version()), Moments.storeUnless(Judged.NEVER.sinceMs(), judged.sinceMs()));
    }

    private static Judged read(@Nullable StoredJudged stored, Texts texts) {
        return stored == null
                ? Judged.NEVER
                : new Judged(texts.at(stored.getVersion()), Moments.readOr(Judged.NEVER.sinceMs(), stored.getSince()));
    }

    private static @Nullable StoredOutlook store(Outlook outlook) {
        return outlook.equals(Outlook.NONE)
                ? null
                : new StoredOutlook(
                        Moments.storeUnless(Outlook.NONE.sinceMs(), outlook.sinceMs()),
                        Moments.store(outlook.entersAtMs()),
                        Moments.store(outlook.escalatesAtMs()),
                        Moments.storeUnless(Outlook.NEVER, outlook.reviewAtMs()));
    }

    private static Outlook read(@Nullable StoredOutlook stored) {
        return stored == null
                ? Outlook.NONE
                : new Outlook(
                        Moments.readOr(Outlook.NONE.sinceMs(), stored.getSince()),
                        Moments.find(stored.getEntersAt()),
                        Moments.find(stored.getEscalatesAt()),
                        Moments.readOr(Outlook.NEVER, stored.getReviewAt()));
    }
}
