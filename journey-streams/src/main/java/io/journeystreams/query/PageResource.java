package io.journeystreams.query;

import io.journeystreams.observe.HttpAnswer;
import io.journeystreams.observe.HttpQuestion;
import io.journeystreams.observe.HttpResource;
import io.journeystreams.observe.PathTemplate;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * {@code GET /} and {@code /page/{file}}: the page that shows the journey map in a browser. Its files hold no data and need no token; what
 * they show they ask of the resources beside this one, with the token that the reader gives.
 *
 * <p>Only files that are listed here are served, by their names: no path ever reaches the class path.
 */
public final class PageResource implements HttpResource {

    private static final String ROOT = "/";
    private static final String PREFIX = "/page/";
    private static final String INDEX = "index.html";
    private static final String CHARTS = "echarts.min.js";
    private static final PathTemplate FILE = new PathTemplate("/page/{file}");
    private static final int NOT_MODIFIED = 304;

    static final Set<String> FILES = Set.of(
            INDEX,
            CHARTS,
            "alerts.js",
            "api.js",
            "arcs.js",
            "channels.js",
            "chart.js",
            "churn.js",
            "counters.js",
            "dashboard.js",
            "customer.js",
            "dom.js",
            "filters.js",
            "format.js",
            "friction.js",
            "funnel.js",
            "icon.svg",
            "main.js",
            "map.js",
            "moves.js",
            "notice.js",
            "outbreak.js",
            "page.css",
            "pairs.js",
            "panel.js",
            "payments.js",
            "period.js",
            "poll.js",
            "service.js",
            "slider.js",
            "stages.js",
            "standing.js",
            "state.js",
            "table.js",
            "theme.js",
            "timeline.js",
            "token.js",
            "trend.js",
            "trusted.js",
            "views.css",
            "words.js");

    private final Map<String, String> headers = headers();
    private final Map<String, PageFile> files = new ConcurrentHashMap<>();

    @Override
    public String prefix() {
        return PREFIX;
    }

    @Override
    public boolean serves(String path) {
        return path.equals(ROOT) || path.startsWith(PREFIX);
    }

    @Override
    public List<PathTemplate> paths() {
        return List.of(new PathTemplate(ROOT), FILE);
    }

    @Override
    public HttpAnswer get(HttpQuestion question) {
        return nameOf(question.path())
                .filter(FILES::contains)
                .map(name -> answer(files.computeIfAbsent(name, PageResource::read), question))
                .orElse(HttpAnswer.NOT_FOUND);
    }

    private static Optional<String> nameOf(String path) {
        return path.equals(ROOT) ? Optional.of(INDEX) : FILE.match(path).map(places -> places.getOrDefault("file", ""));
    }

    private HttpAnswer answer(PageFile file, HttpQuestion question) {
        Map<String, String> said = new HashMap<>(headers);
        said.put("ETag", file.version());
        if (question.held().filter(held -> isAmong(held, file.version())).isPresent()) {
            return new HttpAnswer(NOT_MODIFIED, file.contentType(), "", said);
        }
        if (question.readsGzip() && file.packed().isPresent()) {
            said.put("Content-Encoding", "gzip");
            return new HttpAnswer(200, file.contentType(), file.packed().get(), said);
        }
        return new HttpAnswer(200, file.contentType(), file.plain(), said);
    }

    private static boolean isAmong(String held, String version) {
        return held.equals("*") || List.of(held.split(" *, *")).contains(version);
    }

    private static PageFile read(String name) {
        return PageFile.read(
                name,
                name.equals(CHARTS)
                        ? PageResource.class.getResourceAsStream(chartsPath())
                        : PageResource.class.getResourceAsStream("page/" + name));
    }

    /** Where the library's archive holds it: under its version, which the archive says itself. */
    private static String chartsPath() {
        String version = properties("/META-INF/maven/org.webjars.npm/echarts/pom.properties")
                .getProperty("version");
        return "/META-INF/resources/webjars/echarts/" + version + "/dist/" + CHARTS;
    }

    private static Map<String, String> headers() {
        Map<String, String> headers = new HashMap<>();
        properties("page-headers.properties").forEach((name, value) -> headers.put(name.toString(), value.toString()));
        return Map.copyOf(headers);
    }

    private static Properties properties(String path) {
        try (InputStream in = Objects.requireNonNull(PageResource.class.getResourceAsStream(path), path)) {
            Properties properties = new Properties();
            properties.load(in);
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
