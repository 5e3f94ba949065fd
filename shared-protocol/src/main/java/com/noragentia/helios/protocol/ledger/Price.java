/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.ledger;

/**
 * What a model's work costs, from the published table.
 *
 * @param table version of the table it stands in
 */
public record Price(
        int table, Credits promptToken, Credits outputToken, Credits audioSecond, Credits page, Credits image) {

    public Credits of(Measure measure) {
        return new Credits(promptToken.micros() * measure.promptTokens()
                + outputToken.micros() * measure.outputTokens()
                + audioSecond.micros() * measure.audioSeconds()
                + page.micros() * measure.pages()
                + image.micros() * measure.images());
    }
}
