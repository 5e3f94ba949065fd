/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.model;

import java.io.IOException;

/** A source that wants another proof of who asks. */
final class UnauthorisedException extends IOException {

    private static final long serialVersionUID = 1L;

    UnauthorisedException() {
        super("HTTP 401");
    }
}
