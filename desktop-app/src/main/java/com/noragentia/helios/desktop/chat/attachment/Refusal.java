/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat.attachment;

/** Why a file was not taken; {@code file} is its name. */
public record Refusal(Reason reason, String file) {

    /** The words for each are {@code refusal.<name in lower case with hyphens>}. */
    public enum Reason {
        TYPE_UNSUPPORTED,
        TYPE_MISMATCH,
        TOO_LARGE,
        EMPTY,
        NAME_TOO_LONG,
        TOO_MANY,
        MIXED,
        NOT_A_FILE,
        UNREADABLE,
        PICTURE_TOO_LARGE
    }
}
