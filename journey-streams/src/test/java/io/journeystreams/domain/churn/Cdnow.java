package io.journeystreams.domain.churn;

import io.journeystreams.domain.churn.model.ChurnParameters;
import io.journeystreams.domain.churn.model.ModelKind;
import java.time.LocalDate;
import java.util.List;

/** The published BG/NBD parameters of CDNOW (Fader, Hardie and Lee 2005, table 2), for a horizon of 12 weeks. */
public final class Cdnow {

    public static final ChurnModel MODEL = new ChurnModel(
            new ChurnParameters(
                    ModelKind.BG_NBD,
                    List.of(0.243, 4.414, 0.793, 2.426),
                    "all",
                    12,
                    new ChurnParameters.FittedOn(
                            LocalDate.parse("1997-01-01"), LocalDate.parse("1997-09-30"), 2_357, -9_582.43)),
            "cdnow");

    private Cdnow() {}

    /** The same in time that passes so many times as fast: a horizon of 12 weeks divided by that. */
    public static ChurnModel faster(double times) {
        ChurnParameters usual = MODEL.parameters();
        return new ChurnModel(
                new ChurnParameters(
                        usual.kind(),
                        List.of(0.243, 4.414 / times, 0.793, 2.426),
                        usual.cohort(),
                        usual.horizonWeeks() / times,
                        usual.fittedOn()),
                "cdnow, " + times + " times as fast");
    }
}
