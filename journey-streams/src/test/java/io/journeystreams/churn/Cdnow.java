package io.journeystreams.churn;

import io.journeystreams.backtest.EventFile;
import io.journeystreams.backtest.OrderReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The orders of CDNOW, and the day from which they are hold-out. */
public final class Cdnow {

    public static final Path ORDERS = path("orders.ndjson.gz");
    static final Path PUBLISHED_VALUES = path("published-values.csv");
    static final LocalDate HOLDOUT = LocalDate.of(1997, 10, 1);
    static final int HOLDOUT_DAY = Math.toIntExact(HOLDOUT.toEpochDay());

    private Cdnow() {}

    static List<PurchaseDays> customers() {
        try {
            return OrderReader.read(List.of(EventFile.of(ORDERS)), Optional.empty())
                    .customers();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Sample calibration() {
        return Sample.before(HOLDOUT_DAY, customers());
    }

    private static Path path(String name) {
        try {
            return Path.of(Objects.requireNonNull(Cdnow.class.getResource("/data/cdnow/" + name), name)
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
