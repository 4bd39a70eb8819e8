package io.journeystreams.intake;

/**
 * How far the reading of an input partition has come.
 *
 * @param readUpTo every record before this offset has been processed
 * @param endOffset where the partition ended at {@code asOfMs}, records of open transactions included
 * @param asOfMs when the end was asked for, epoch milliseconds
 */
public record ReadStanding(long readUpTo, long endOffset, long asOfMs) {

    /** All that the partition held then has been read by now; what was appended later is not spoken of. */
    boolean isAtEnd() {
        return readUpTo >= endOffset;
    }
}
