package io.journeystreams.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.journeystreams.config.HttpSettings;
import io.journeystreams.config.JourneyConfig;
import io.journeystreams.domain.event.ProfileKey;
import java.io.PrintWriter;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says why a profile got an alert, and why not, by asking a running processor (rule O5). */
@Command(
        name = "explain",
        description =
                "Say why a customer or visitor got an alert, and why not: the last decisions, with rule and evidence."
                        + " Asks a running processor, which needs the same http.token.",
        mixinStandardHelpOptions = true)
final class ExplainCommand implements Runnable {

    private static final String EVERYWHERE = "0.0.0.0";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ConfigOptions options = new ConfigOptions();

    @Parameters(
            paramLabel = "PROFILE",
            description = "c: and a customer id, or a: and an anonymous id, as in the alerts.")
    private String profile = "";

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "Where the processor serves health and metrics; default: http.host and http.port.")
    private @Nullable String url;

    @Option(names = "--json", description = "Print the answer as it comes, as JSON.")
    private boolean isJson;

    @Override
    public void run() {
        ProfileKey asked = profileKey(spec, profile);
        JourneyConfig config = options.loadOrDefaults();
        String token = config.http()
                .token()
                .orElseThrow(() -> new Failure(
                        ExitCode.CONFIGURATION,
                        "http.token is not set, and without it nobody may ask; set it to that of the processor, in the"
                                + " configuration or as JOURNEY_HTTP_TOKEN"));
        DecisionsClient client = new DecisionsClient(url == null ? urlOf(config.http()) : url, token);
        PrintWriter out = spec.commandLine().getOut();
        JsonNode told = client.ask(asked);
        if (isJson) {
            out.println(told.toPrettyString());
        } else {
            tell(told, client, out);
        }
    }

    /** One profile may go on in another one, and so on; never in a circle. */
    private static void tell(JsonNode first, DecisionsClient client, PrintWriter out) {
        Set<String> told = new HashSet<>();
        JsonNode next = first;
        DecisionStory.of(next).forEach(out::println);
        told.add(next.path("profile").asText());
        while (next.has("goesOnIn") && told.add(next.path("goesOnIn").asText())) {
            next = client.ask(new ProfileKey(next.path("goesOnIn").asText()));
            out.println();
            DecisionStory.of(next).forEach(out::println);
        }
    }

    static ProfileKey profileKey(CommandSpec spec, String text) {
        if (!ProfileKey.isValid(text)) {
            throw new ParameterException(
                    spec.commandLine(), "a profile is c: and a customer id, or a: and an anonymous id, not " + text);
        }
        return new ProfileKey(text);
    }

    private static String urlOf(HttpSettings http) {
        String host = http.host().equals(EVERYWHERE) ? "127.0.0.1" : http.host();
        return "http://" + host + ":" + http.port();
    }
}
