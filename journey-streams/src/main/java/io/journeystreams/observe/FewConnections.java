package io.journeystreams.observe;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.eclipse.jetty.io.Connection;

/**
 * Keeps few connections open: where there are too many, the oldest goes. Who asks and reads at once always comes through,
 * however many others send a byte now and then; and files stay free for the stores.
 */
final class FewConnections implements Connection.Listener {

    /** Far more than probes, scrapers and people need. */
    static final int MOST = 1_000;

    private final Deque<Connection> open = new ArrayDeque<>();

    @Override
    public void onOpened(Connection connection) {
        add(connection).ifPresent(Connection::close);
    }

    @Override
    public synchronized void onClosed(Connection connection) {
        open.remove(connection);
    }

    /** Returns the one that has to go. */
    private synchronized Optional<Connection> add(Connection connection) {
        open.addLast(connection);
        return open.size() > MOST ? Optional.of(removeOldest()) : Optional.empty();
    }

    /** Whoever is being answered stays, unless all are. */
    private Connection removeOldest() {
        Connection oldest = open.stream()
                .filter(waiting -> waiting.getMessagesIn() == waiting.getMessagesOut())
                .findFirst()
                .orElseGet(open::getFirst);
        open.remove(oldest);
        return oldest;
    }
}
