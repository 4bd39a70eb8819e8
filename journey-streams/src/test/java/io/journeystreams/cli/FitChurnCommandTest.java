package io.journeystreams.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystreams.churn.Cdnow;
import io.journeystreams.config.ChurnParametersFile;
import io.journeystreams.domain.churn.model.ChurnParameters;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
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
    void aFileIsWrittenForEachCohortAndOneForEverybody() throws IOException {
        // given
        Path orders = ordersByChannel();
        String files = directory.resolve("churn-{cohort}.yaml").toString();

        // when
        Run run = Run.journey(
                "fit-churn",
                "--orders",
                orders.toString(),
                "--out",
                files,
                "--cohort-by",
                "channel",
                "--model",
                "bg-nbd");

        // then
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("left to all      kiosk, ", "too_few_customers", "cohort web", "cohort shop in shop");
        List<Path> written = written();
        assertThat(written)
                .extracting(file -> file.getFileName().toString())
                .satisfiesExactly(
                        all -> assertThat(all).isEqualTo("churn-all.yaml"),
                        shop -> assertThat(shop).matches("churn-shop-in-shop-[0-9a-f]{8}\\.yaml"),
                        web -> assertThat(web).isEqualTo("churn-web.yaml"));
        assertThat(checked("  cohortBy: channel\n  parameters: " + joined(written)))
                .contains("churn is judged by bg-nbd, version ", "churn of cohort shop in shop by bg-nbd, version ");
    }

    /** CDNOW, as if every other customer had begun in the web. */
    private Path ordersByChannel() throws IOException {
        try (BufferedReader text = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(Cdnow.ORDERS)), StandardCharsets.UTF_8))) {
            Stream<String> lines = text.lines().map(line -> {
                int customer = Integer.parseInt(line.replaceAll(".*\"customerId\":\"\\D*(\\d+).*", "$1"));
                String channel = customer % 100 == 0 ? "kiosk" : customer % 2 == 0 ? "web" : "Shop in Shop";
                return line.replaceFirst("\\{", "{\"channel\":\"" + channel + "\",");
            });
            return Files.write(directory.resolve("orders.ndjson"), lines.toList());
        }
    }

    private List<Path> written() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    private static String joined(List<Path> files) {
        return files.stream().map(Path::toString).collect(Collectors.joining(", "));
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
                        fit(Cdnow.ORDERS, "--cohort-by", "channel"),
                        fit(Cdnow.ORDERS, "--cohort-by", " "),
                        Run.journey(
                                "fit-churn",
                                "--orders",
                                Cdnow.ORDERS.toString(),
                                "--out",
                                "{cohort}.yaml",
                                "--cohort-by",
                                "channel",
                                "--cohort",
                                "mine"),
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
        return checked("  parameters: " + out());
    }

    private String checked(String churn) throws IOException {
        Path file = Files.writeString(directory.resolve("journey.yaml"), "churn:\n" + churn + "\n");
        return Run.journey("check-config", "--rules-only", file.toString()).out();
    }

    private Path out() {
        return directory.resolve("churn-parameters.yaml");
    }

    private String page() {
        return directory.resolve("page.html").toString();
    }
}
