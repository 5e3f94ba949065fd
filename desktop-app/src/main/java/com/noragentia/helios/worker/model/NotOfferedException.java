/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.model;

import java.io.IOException;

/** A source that will not give the file, however often it is asked. */
final class NotOfferedException extends IOException {

    private static final long serialVersionUID = 1L;

    private final String phrase;

    /** The source said so itself: an HTTP status. */
    NotOfferedException(String reason) {
        this("not-fetched", reason);
    }

    /** @param phrase key of the words for people */
    NotOfferedException(String phrase, String reason) {
        super(reason);
        this.phrase = phrase;
    }

    String phrase() {
        return phrase;
    }
}
