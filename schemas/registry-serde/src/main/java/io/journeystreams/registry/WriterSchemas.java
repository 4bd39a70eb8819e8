package io.journeystreams.registry;

import io.journeystreams.registry.RegistryConnection.WriterSchema;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The schemas that records were written with, by id. A schema never changes, so a known id is asked for once per process. An
 * unknown id is asked for again after a minute at the earliest: it may be registered by then, and a flood of bad ids must not
 * become a flood of requests. Safe for many threads, and meant to be shared by all decoders.
 */
public final class WriterSchemas {

    private static final long UNKNOWN_FOR_NANOS = Duration.ofMinutes(1).toNanos();
    private static final int UNKNOWN_IDS_KEPT = 10_000;

    private final RegistryConnection registry;
    private final LongSupplier nanoClock;
    private final Map<Integer, WriterSchema> known = new ConcurrentHashMap<>();
    private final Map<Integer, Long> unknownSince = new LinkedHashMap<>();

    public WriterSchemas(RegistryConnection registry) {
        this(registry, System::nanoTime);
    }

    WriterSchemas(RegistryConnection registry, LongSupplier nanoClock) {
        this.registry = registry;
        this.nanoClock = nanoClock;
    }

    WriterSchema byId(int id) {
        WriterSchema cached = known.get(id);
        if (cached != null) {
            return cached;
        }
        return isRecentlyUnknown(id) ? new WriterSchema.Unknown() : ask(id);
    }

    private WriterSchema ask(int id) {
        WriterSchema answer = registry.schemaById(id);
        if (answer instanceof WriterSchema.Unknown) {
            rememberUnknown(id);
        } else {
            known.put(id, answer);
        }
        return answer;
    }

    private boolean isRecentlyUnknown(int id) {
        synchronized (unknownSince) {
            @Nullable Long since = unknownSince.get(id);
            return since != null && nanoClock.getAsLong() - since < UNKNOWN_FOR_NANOS;
        }
    }

    private void rememberUnknown(int id) {
        synchronized (unknownSince) {
            if (unknownSince.size() >= UNKNOWN_IDS_KEPT) {
                unknownSince.remove(unknownSince.keySet().iterator().next());
            }
            unknownSince.put(id, nanoClock.getAsLong());
        }
    }
}
