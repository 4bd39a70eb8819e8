/** Rules, dashboard and runbook for those who watch the processor. */
@NullMarked
package io.journeystreams.deploy.monitoring;

import org.jspecify.annotations.NullMarked;
