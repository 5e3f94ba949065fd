/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.model;

import java.io.IOException;

/** A source that will not give the file, however often it is asked. */
final class NotOfferedException extends IOException {

    private static final long serialVersionUID = 1L;

    NotOfferedException(String reason) {
        super(reason);
    }
}
