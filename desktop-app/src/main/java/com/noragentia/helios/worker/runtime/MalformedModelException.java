/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime;

import java.io.IOException;

/** A model file that is not what it claims to be, or claims what Helios does not allow. */
final class MalformedModelException extends IOException {

    private static final long serialVersionUID = 1L;

    MalformedModelException(String reason) {
        super(reason);
    }
}
