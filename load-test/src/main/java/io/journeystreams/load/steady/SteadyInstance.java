package io.journeystreams.load.steady;

import io.journeystreams.load.measure.Garbage;
import io.journeystreams.load.measure.ProcessCpu;
import io.journeystreams.load.measure.ProcessMemory;
import io.journeystreams.load.rig.JavaMain;
import io.journeystreams.load.rig.JavaProcess;
import io.journeystreams.load.rig.JourneyConfig;
import io.journeystreams.load.rig.JourneyPages;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One processor of those that share the work, as a process of its own. For one thread. */
final class SteadyInstance implements AutoCloseable {

    private final String name;
    private final Path directory;
    private final Path config;
    private final List<String> jvmOptions;
    private JavaProcess process;
    private int starts;
    private boolean isLeaving;
    private long cpuMsBefore;
    private long cpuMs;

    private SteadyInstance(String name, Path directory, Path config, List<String> jvmOptions) {
        this.name = name;
        this.directory = directory;
        this.config = config;
        this.jvmOptions = jvmOptions;
        this.process = launch();
    }

    static SteadyInstance start(String name, SteadyRequest request, JourneyConfig config) {
        Path directory = request.directory();
        Path file = config.writeTo(directory.resolve(name + ".yaml"));
        return new SteadyInstance(name, directory, file, request.jvmOptions());
    }

    String name() {
        return name;
    }

    boolean isReady() {
        process.requireAlive();
        return new JourneyPages(process).isReady();
    }

    /** SIGTERM; {@link #returnIfGone} starts it again. */
    void leave() {
        isLeaving = true;
        process.terminate();
    }

    /** Whether it has been started again by this call. */
    boolean returnIfGone() {
        if (!isLeaving || process.isAlive()) {
            return false;
        }
        isLeaving = false;
        cpuMsBefore = cpuMs;
        process = launch();
        return true;
    }

    /** CPU of all its starts, and the memory of the one that runs. */
    Usage usage() {
        if (isLeaving) {
            return new Usage(cpuMs, 0);
        }
        process.requireAlive();
        cpuMs = cpuMsBefore + ProcessCpu.ms(process.pid());
        return new Usage(cpuMs, ProcessMemory.mb(process.pid()));
    }

    /** Of all its starts. */
    List<HeapUse> heapUses() {
        List<HeapUse> heapUses = new ArrayList<>();
        for (int start = 1; start <= starts; start++) {
            heapUses.add(HeapUse.in(name, garbageLog(start)));
        }
        return heapUses;
    }

    @Override
    public void close() {
        process.close();
    }

    private JavaProcess launch() {
        starts++;
        List<String> options = new ArrayList<>(jvmOptions);
        options.add(Garbage.loggedTo(garbageLog(starts)));
        return JavaProcess.start(
                directory.resolve(name + "." + starts + ".log"),
                JavaMain.JOURNEY,
                options,
                List.of("run", "--config", config.toString()));
    }

    private Path garbageLog(int start) {
        return directory.resolve(name + "." + start + ".gc");
    }
}
