/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.text;

import java.util.OptionalInt;

/** A tokenizer of a language model. Thread-safe. */
public interface TextTokenizer {

    /** Tokens of a text by a stranger: no control token comes of it, whatever it says; none is added. */
    int[] encode(String text);

    /** Tokens of a text in which control tokens are meant as such, as a chat template writes them; none is added. */
    int[] encodeWithControls(String text);

    /** The id of a control token, such as {@code <|im_end|>}. */
    OptionalInt control(String token);

    /** A decoder for one answer. */
    TokenDecoder decoder();
}
