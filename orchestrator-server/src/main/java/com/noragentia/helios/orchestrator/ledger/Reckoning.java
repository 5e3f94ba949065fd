/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import com.noragentia.helios.orchestrator.ledger.PriceFile.Units;
import com.noragentia.helios.protocol.ledger.Credits;
import com.noragentia.helios.protocol.model.ModelFamily;
import com.noragentia.helios.protocol.model.ModelManifest;
import com.noragentia.helios.protocol.task.Expert;
import org.jspecify.annotations.Nullable;

/**
 * How the price of a model follows from its size, until somebody measures it: docs/credits.md, "Reckoned prices". Pure.
 *
 * @param like id of a measured model of the same build, whose price is taken; null where sizes tell
 * @param encoder million parameters that each position of the input passes, many positions side by side; 0 for none
 * @param decoder million parameters that each written token passes, one token after another; 0 for none
 * @param bits of a decoder's parameter
 * @param positionsPerImage into which a picture is cut for the encoder
 * @param positionsPerSecond into which a second of sound is cut
 */
record Reckoning(
        @Nullable String like,
        double encoder,
        double decoder,
        int bits,
        int positionsPerImage,
        int positionsPerSecond) {

    /** Millionths of a credit for a million parameters: 17 for the 10.6 million that a token of minilm-l6-v2-q passes, measured. */
    private static final double ENCODED = 1.6;
    /**
     * Lines through the measured prices of helios-demo-1 (1.8 million parameters: 58 and 84) and the reference's usual question, 30 credits with
     * 3,000 million, a third of it for reading (trust.md §3.2).
     */
    private static final double READ = 11.1;

    private static final double READ_ANY = 38;
    private static final double WRITTEN = 33.3;
    private static final double WRITTEN_ANY = 24;
    /** Of which {@link #WRITTEN} tells: reading the weights takes the time, so twice the bits take twice as long. */
    private static final double USUAL_BITS = 4;

    private static final int FIGURES_KEPT = 2;
    private static final double BYTES_PER_MILLION = 1e6;
    private static final int BITS_PER_BYTE = 8;
    /** As the larger ones of the production set. */
    private static final int USUAL_POSITIONS_PER_IMAGE = 1_500;

    private static final int USUAL_POSITIONS_PER_SECOND = 50;

    /** Of a model that stands in no table: each byte of its files is taken for a parameter. */
    private static Reckoning bySize(ModelManifest model) {
        double millions = model.bytes() / BYTES_PER_MILLION;
        return switch (model.traits().family()) {
            case CAUSAL_LM -> new Reckoning(null, 0, millions, BITS_PER_BYTE, 0, 0);
            case ENCODER_DECODER ->
                new Reckoning(
                        null, millions, millions, BITS_PER_BYTE, USUAL_POSITIONS_PER_IMAGE, USUAL_POSITIONS_PER_SECOND);
            case ENCODER, CROSS_ENCODER, VISION, OTHER ->
                new Reckoning(null, millions, 0, 0, USUAL_POSITIONS_PER_IMAGE, USUAL_POSITIONS_PER_SECOND);
        };
    }

    /** The price of such a model, with that of its documents where it answers from them. */
    static Units priceOf(ModelManifest model) {
        Units units = bySize(model).price();
        boolean reads = model.traits().family() == ModelFamily.CAUSAL_LM
                && model.experts().contains(Expert.DOCUMENT);
        return reads ? units.reading() : units;
    }

    /** The price, to two figures. Only where sizes tell. */
    Units price() {
        double position = ENCODED * encoder;
        double written = decoder == 0 ? 0 : WRITTEN_ANY + WRITTEN * decoder * bits / USUAL_BITS;
        return new Units(
                rounded(decoder == 0 ? position : READ_ANY + READ * decoder),
                rounded(written),
                rounded(position * positionsPerSecond),
                Credits.ZERO,
                rounded(position * positionsPerImage),
                this);
    }

    private static Credits rounded(double micros) {
        if (micros < 1) {
            return Credits.ZERO;
        }
        double unit = Math.pow(10, Math.floor(Math.log10(micros)) + 1 - FIGURES_KEPT);
        return new Credits(Math.round(Math.rint(micros / unit) * unit));
    }
}
