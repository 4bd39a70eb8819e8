@NullMarked
package io.journeystreams.domain.churn.model;

import org.jspecify.annotations.NullMarked;
