/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How the graphs of a model are built: it decides which operators a worker lets in. */
public enum ModelFamily {
    /** Writes one token after the other, with a cache of keys and values. */
    @JsonProperty("causal-lm")
    CAUSAL_LM,
    /** Text to vectors, in one pass. */
    @JsonProperty("encoder")
    ENCODER,
    /** Two texts to the measure of how well they fit each other. */
    @JsonProperty("cross-encoder")
    CROSS_ENCODER,
    /** Sound or a picture to text: an encoder, and a decoder that writes one token after the other. */
    @JsonProperty("encoder-decoder")
    ENCODER_DECODER,
    /** Pictures to boxes, lines or classes; such a model may have a text encoder beside it. */
    @JsonProperty("vision")
    VISION,
    @JsonProperty("other")
    OTHER
}
