/** Events in other vocabularies than ours (rule O1): tables say what their names and fields mean, one interpreter reads by them. */
@NullMarked
package io.journeystreams.intake.vocabulary;

import org.jspecify.annotations.NullMarked;
