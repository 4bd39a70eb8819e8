/** Reads the manifests as Kubernetes and its operators would, only stricter. */
@NullMarked
package io.journeystreams.deploy.kubernetes;

import org.jspecify.annotations.NullMarked;
