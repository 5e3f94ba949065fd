/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.ledger;

import java.util.stream.Stream;

/**
 * What a model's work costs, from the published table: credits for each unit of a {@link Measure}. None is negative.
 *
 * @param table version of the table it stands in
 */
public record Price(
        int table, Credits promptToken, Credits outputToken, Credits audioSecond, Credits page, Credits image) {

    public Price {
        if (Stream.of(promptToken, outputToken, audioSecond, page, image).anyMatch(unit -> unit.micros() < 0)) {
            throw new IllegalArgumentException("a price below nothing");
        }
    }

    /**
     * What so much work is worth, without what is burned.
     *
     * @throws ArithmeticException if it passes what {@link Credits} hold
     */
    public Credits of(Measure measure) {
        return times(promptToken, measure.promptTokens())
                .plus(times(outputToken, measure.outputTokens()))
                .plus(times(audioSecond, measure.audioSeconds()))
                .plus(times(page, measure.pages()))
                .plus(times(image, measure.images()));
    }

    private static Credits times(Credits each, long count) {
        return new Credits(Math.multiplyExact(each.micros(), count));
    }
}
