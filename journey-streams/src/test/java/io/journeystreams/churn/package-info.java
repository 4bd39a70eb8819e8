@org.jspecify.annotations.NullMarked
package io.journeystreams.churn;
