import io.journeystreams.local.broker.LocalBroker;
import io.journeystreams.local.registry.EmbeddedRegistry;
import java.nio.file.Path;

/** A broker and a registry on loopback until it is stopped; for {@code .ci/readme}, in place of those that the README's reader has. */
class LocalCluster {

    public static void main(String[] arguments) throws Exception {
        try (LocalBroker broker = LocalBroker.start(Path.of(arguments[0]));
                EmbeddedRegistry registry = EmbeddedRegistry.start(0)) {
            System.out.println("cluster " + broker.bootstrapServers() + " " + registry.url());
            Thread.sleep(Long.MAX_VALUE);
        }
    }
}
