package io.journeystreams.state;

import java.util.Map;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.internals.CacheFlushListener;
import org.apache.kafka.streams.state.internals.CachedStateStore;

/**
 * Says when Kafka Streams is about to commit: what is put into the stores then still belongs to the transaction. To Kafka Streams it is
 * a store with a cache, which it flushes before every commit, and in which there is nothing. For one task.
 */
public final class BeforeCommit implements StateStore, CachedStateStore<Bytes, byte[]> {

    private final String name;
    private Runnable listener = () -> {};
    private boolean isOpen;

    private BeforeCommit(String name) {
        this.name = name;
    }

    /** Without a changelog: there is nothing to keep. */
    public static StoreBuilder<BeforeCommit> builder(String name) {
        return new Builder(name);
    }

    /** @param next is called before each commit from now on, in place of the one before; if it fails, so does the commit */
    public void listen(Runnable next) {
        listener = next;
    }

    @Override
    public void flushCache() {
        listener.run();
    }

    @Override
    public void clearCache() {
        listener = () -> {};
    }

    @Override
    public boolean setFlushListener(CacheFlushListener<Bytes, byte[]> flushed, boolean sendOldValues) {
        return false;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        context.register(root, (key, value) -> {
            throw new IllegalStateException("nothing was ever stored here");
        });
        isOpen = true;
    }

    @Override
    public void close() {
        isOpen = false;
    }

    @Override
    public boolean persistent() {
        return false;
    }

    @Override
    public boolean isOpen() {
        return isOpen;
    }

    private record Builder(String name) implements StoreBuilder<BeforeCommit> {

        @Override
        public BeforeCommit build() {
            return new BeforeCommit(name);
        }

        @Override
        public StoreBuilder<BeforeCommit> withCachingEnabled() {
            return this;
        }

        @Override
        public StoreBuilder<BeforeCommit> withCachingDisabled() {
            return this;
        }

        @Override
        public StoreBuilder<BeforeCommit> withLoggingEnabled(Map<String, String> config) {
            throw new UnsupportedOperationException("there is nothing to log");
        }

        @Override
        public StoreBuilder<BeforeCommit> withLoggingDisabled() {
            return this;
        }

        @Override
        public Map<String, String> logConfig() {
            return Map.of();
        }

        @Override
        public boolean loggingEnabled() {
            return false;
        }
    }
}
