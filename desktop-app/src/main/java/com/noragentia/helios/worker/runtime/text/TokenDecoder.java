/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.text;

/** Tokens of one answer into text, as they come. Not thread-safe. */
public interface TokenDecoder {

    /** The text that is certain with this token: empty while a character lacks bytes. All pieces joined are the text of all tokens. */
    String next(int token);

    /** What was held back, when no more tokens come; a character cut in half becomes U+FFFD. */
    String rest();
}
