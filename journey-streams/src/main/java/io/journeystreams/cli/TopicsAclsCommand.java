package io.journeystreams.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.journeystreams.topics.Right;
import io.journeystreams.topics.StrimziUser;
import java.io.PrintWriter;
import java.util.List;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Lists the rights that the processor's user needs, and no others. Asks no broker. */
@Command(
        name = "acls",
        description = "List the rights that the processor's user needs, and no others.",
        mixinStandardHelpOptions = true)
final class TopicsAclsCommand implements Runnable {

    /** How the list is written. */
    enum Format {
        COMMANDS,
        JSON,
        STRIMZI
    }

    private static final Pattern PRINCIPAL = Pattern.compile("[A-Za-z]+:\\S.*");
    private static final String TOOL =
            "kafka-acls.sh --bootstrap-server \"$BROKERS\" --command-config \"$ADMIN_PROPERTIES\" --add ";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ConfigOptions options = new ConfigOptions();

    @Option(
            names = "--principal",
            required = true,
            paramLabel = "TYPE:NAME",
            description = "The processor's user as the brokers know it, such as User:journey.")
    private String principal = "";

    @Option(
            names = "--format",
            defaultValue = "commands",
            description =
                    "${COMPLETION-CANDIDATES}: for a shell, one JSON array, or a KafkaUser of Strimzi. Default: ${DEFAULT-VALUE}.")
    private Format format = Format.COMMANDS;

    @Mixin
    private StrimziOptions strimzi = new StrimziOptions();

    @Override
    public void run() {
        if (!PRINCIPAL.matcher(principal).matches()) {
            throw new ParameterException(
                    spec.commandLine(), "--principal is \"" + principal + "\"; say its type too, such as User:journey");
        }
        List<Right> rights = TopicsCommand.needs(options.load()).rights();
        PrintWriter out = spec.commandLine().getOut();
        switch (format) {
            case COMMANDS -> rights.forEach(right -> out.println(TOOL + right.options(principal)));
            case JSON -> out.println(json(rights));
            case STRIMZI -> out.print(strimziUser().yaml(rights, strimzi.cluster()));
        }
    }

    private StrimziUser strimziUser() {
        return StrimziUser.of(principal)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "--principal is \"" + principal
                                + "\", and Strimzi has no such user; it has User:name (password) and User:CN=name"
                                + " (certificate), the name in small letters"));
    }

    private String json(List<Right> rights) {
        ObjectMapper mapper = new ObjectMapper();
        ArrayNode list = mapper.createArrayNode();
        rights.forEach(right -> list.addObject()
                .put("principal", principal)
                .put("host", "*")
                .put("resourceType", right.resource().name())
                .put("patternType", right.pattern().name())
                .put("resourceName", right.name())
                .put("operation", right.operation().name())
                .put("permissionType", "ALLOW"));
        try {
            return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(list);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain values is always JSON", e);
        }
    }
}
