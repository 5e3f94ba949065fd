/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.wire;

import java.io.IOException;

/** A message that cannot be read: too long, too deep, not JSON, or of a type nobody knows. Never quotes the message. */
public final class WireException extends IOException {

    private static final long serialVersionUID = 1L;

    public WireException(String reason) {
        super(reason);
    }
}
