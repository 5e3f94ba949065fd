/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.image;

/** How a graph wants the values of its colours: v/255 less {@code mean}, divided by {@code deviation}; channels are blue, green, red. */
enum Normalisation {
    /** As pictures of ImageNet; PaddleOCR applies the values to blue, green, red in the order published for red, green, blue. */
    IMAGENET(new float[] {0.485f, 0.456f, 0.406f}, new float[] {0.229f, 0.224f, 0.225f}),
    /** To the range -1 to 1. */
    CENTRED(new float[] {0.5f, 0.5f, 0.5f}, new float[] {0.5f, 0.5f, 0.5f});

    private final float[] mean;
    private final float[] deviation;

    Normalisation(float[] mean, float[] deviation) {
        this.mean = mean;
        this.deviation = deviation;
    }

    /** @param value 0 to 255 */
    float of(int channel, float value) {
        return (value / 255 - mean[channel]) / deviation[channel];
    }
}
