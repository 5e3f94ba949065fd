/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.model;

import java.io.IOException;
import java.time.Duration;

/** A source that is too busy, and may have said until when. */
final class TryLaterException extends IOException {

    private static final long serialVersionUID = 1L;

    private final Duration wait;

    /** @param wait zero if the source did not say */
    TryLaterException(String reason, Duration wait) {
        super(reason);
        this.wait = wait;
    }

    Duration pause() {
        return wait;
    }
}
