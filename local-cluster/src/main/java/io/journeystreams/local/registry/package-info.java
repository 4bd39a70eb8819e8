/**
 * Schema registries on loopback, for demos and tests: a small one of ours in this process, and the real Apicurio registry as
 * a process of its own. Both speak Confluent's REST API and are held to the same contract test.
 */
@NullMarked
package io.journeystreams.local.registry;

import org.jspecify.annotations.NullMarked;
