package io.journeystreams.observe;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * Serves health, metrics, status and more over HTTP, to readers only. Requests are read and answers written without a thread
 * that waits for the client, so that slow clients hold none (fault S2); {@link FewConnections} bounds what else they hold.
 */
public final class ObservationServer implements AutoCloseable {

    /**
     * One accepts, one reads and writes; the others answer, and more of them than questions that take their time or wait: four about
     * profiles, three each about the map, about its part for another instance, and about alerts.
     */
    private static final int THREADS = 16;

    private static final int ACCEPTORS = 1;
    private static final int SELECTORS = 1;

    /** Connections that wait to be accepted; where there is no room for one more, the client tries again after a second. */
    private static final int WAITING = 1_024;

    private static final long IDLE_MS = 10_000;
    private static final int LARGEST_REQUEST_BYTES = 8 * 1024;

    private final Server server;
    private final ServerConnector connector;
    private final InetSocketAddress address;
    private final List<PathTemplate> paths;

    private ObservationServer(
            Server server, ServerConnector connector, InetSocketAddress address, List<PathTemplate> paths) {
        this.server = server;
        this.connector = connector;
        this.address = address;
        this.paths = paths;
    }

    /**
     * @param metrics in the text format of Prometheus
     * @param resources what is served besides
     * @throws IOException if the address is taken or not ours
     */
    public static ObservationServer start(
            InetSocketAddress address,
            Health health,
            Supplier<String> metrics,
            StatusReport status,
            List<HttpResource> resources)
            throws IOException {
        Server server = new Server(threads());
        Pages pages = new Pages(health, metrics, status, resources);
        server.setHandler(pages);
        server.setErrorHandler(new QuietErrors());
        ServerConnector connector =
                new ServerConnector(server, ACCEPTORS, SELECTORS, new HttpConnectionFactory(settings()));
        connector.setHost(address.getAddress().getHostAddress());
        connector.setPort(address.getPort());
        connector.setAcceptQueueSize(WAITING);
        connector.setIdleTimeout(IDLE_MS);
        connector.addBean(new FewConnections());
        server.addConnector(connector);
        start(server);
        return new ObservationServer(server, connector, address, pages.paths());
    }

    /** Where it listens. */
    public InetSocketAddress address() {
        return new InetSocketAddress(address.getAddress(), connector.getLocalPort());
    }

    /** Every path at which something is served. */
    public List<PathTemplate> paths() {
        return paths;
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the HTTP server did not stop", e);
        }
    }

    private static QueuedThreadPool threads() {
        QueuedThreadPool threads = new QueuedThreadPool(THREADS, THREADS);
        threads.setName("observation");
        threads.setDaemon(true);
        return threads;
    }

    private static HttpConfiguration settings() {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(LARGEST_REQUEST_BYTES);
        // ids may hold anything, escaped; no path is ever a file here
        http.setUriCompliance(UriCompliance.UNSAFE);
        return http;
    }

    private static void start(Server server) throws IOException {
        try {
            server.start();
        } catch (IOException e) {
            stop(server);
            throw e;
        } catch (Exception e) {
            stop(server);
            throw new IOException(e.getMessage(), e);
        }
    }

    private static void stop(Server server) throws IOException {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IOException("the HTTP server did not stop", e);
        }
    }
}
