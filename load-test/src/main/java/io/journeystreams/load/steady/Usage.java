package io.journeystreams.load.steady;

/**
 * What a process has used.
 *
 * @param cpuMs user and system time since it was first started
 * @param memoryMb resident; 0 while it does not run
 */
record Usage(long cpuMs, long memoryMb) {}
