package io.journeystreams.load.bench;

/**
 * How far a run had come.
 *
 * @param atMs wall clock, epoch milliseconds
 * @param cpuMs of the contender
 * @param brokerCpuMs of the broker
 * @param events of the input committed
 */
public record Sample(long atMs, long cpuMs, long brokerCpuMs, long events) {}
