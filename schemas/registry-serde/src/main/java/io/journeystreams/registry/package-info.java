/**
 * Avro in Confluent's wire format on Kafka: one zero byte, the schema id as four bytes (big-endian), then Avro binary. Written
 * so that any Confluent-compatible consumer reads it, and so that bad bytes and an unreachable registry are never confused.
 */
@NullMarked
package io.journeystreams.registry;

import org.jspecify.annotations.NullMarked;
