package io.journeystreams.local.registry;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;

/** An answer that is JSON text already: a schema. */
record RawJson(@JsonValue @JsonRawValue String text) {}
