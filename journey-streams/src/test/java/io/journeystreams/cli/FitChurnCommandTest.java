package io.journeystreams.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystreams.churn.Cdnow;
import io.journeystreams.config.ChurnParametersFile;
import io.journeystreams.domain.churn.model.ChurnParameters;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class FitChurnCommandTest {

    private static final String ORDER = """
            {"eventId":"e1","type":"order_placed","occurredAt":"2026-03-01T10:00:00Z","source":"crm",\
            "customerId":"ann","orderId":"o1"}
            """;

    @TempDir
    private Path directory = Path.of("");

    @Test
    void theFitIsShownAndItsParametersAreReadBack() throws IOException {
        // when
        Run run =
                fit(Cdnow.ORDERS, "--model", "bg-nbd", "--holdout", "1997-10-01", "--horizon", "6w", "--html", page());

        // then
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out())
                .contains(
                        "  r                   0.242595      0.012557",
                        "log-likelihood -9582.4292",
                        "hold-out         1997-10-01 to 1998-06-30, 39.00 weeks; 2357 customers, 70.98 % of them");
        try (Reader text = Files.newBufferedReader(out())) {
            ChurnParameters parameters = ChurnParametersFile.read("out", text);
            assertThat(parameters.horizonWeeks()).isEqualTo(6);
            assertThat(run.out()).contains("version " + ChurnParametersFile.id(parameters));
            assertThat(checked()).contains("churn is judged by bg-nbd, version " + ChurnParametersFile.id(parameters));
        }
        assertThat(Files.readString(Path.of(page())))
                .contains("<svg", "</html>", "risk by plain BG/NBD")
                .doesNotContain("http", "<script");
    }

    @Test
    void tooLittleToGoByHasAnExitCodeOfItsOwn() throws IOException {
        // given
        Path orders = Files.writeString(directory.resolve("orders.ndjson"), ORDER);

        // when
        Run run = fit(orders);

        // then
        assertThat(run.code()).isEqualTo(ExitCode.UNFITTABLE.code());
        assertThat(run.errorLines()).singleElement().asString().contains("too_few_customers", "at least 100");
        assertThat(out()).doesNotExist();
    }

    @Test
    void aFileThatIsNotThereIsSaid() {
        // when
        Run run = fit(directory.resolve("missing.csv"));

        // then
        assertThat(run.code()).isEqualTo(ExitCode.FILES.code());
        assertThat(run.errorLines()).singleElement().asString().contains("no such file", "missing.csv");
    }

    @Test
    void wrongOptionsAreWrongUsage() {
        assertThat(Stream.of(
                        fit(Cdnow.ORDERS, "--html", page()),
                        fit(Cdnow.ORDERS, "--model", "crystal"),
                        fit(Cdnow.ORDERS, "--horizon", "0w"),
                        fit(Cdnow.ORDERS, "--holdout", "soon"),
                        fit(Path.of("orders.parquet"))))
                .extracting(Run::code)
                .containsOnly(ExitCode.USAGE.code());
    }

    private Run fit(Path orders, String... more) {
        return Run.journey(Stream.concat(
                        Stream.of("fit-churn", "--orders", orders.toString(), "--out", out().toString()),
                        Stream.of(more))
                .toArray(String[]::new));
    }

    private String checked() throws IOException {
        Path file = Files.writeString(directory.resolve("journey.yaml"), "churn:\n  parameters: " + out() + "\n");
        return Run.journey("check-config", "--rules-only", file.toString()).out();
    }

    private Path out() {
        return directory.resolve("churn-parameters.yaml");
    }

    private String page() {
        return directory.resolve("page.html").toString();
    }
}
