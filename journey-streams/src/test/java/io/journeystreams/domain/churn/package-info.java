@NullMarked
package io.journeystreams.domain.churn;

import org.jspecify.annotations.NullMarked;
