/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat.markdown;

/** Reads the text of an answer into blocks. Thread-safe. */
@FunctionalInterface
public interface BlockReader {

    Reading read(String text);
}
