/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.api;

import java.time.Instant;

/** An opaque access token; the orchestrator keeps only its SHA-256. */
public record TokenGranted(String token, Instant expiresAt) {

    /** Hides the secret from logs. */
    @Override
    public String toString() {
        return "TokenGranted[token=…, expiresAt=" + expiresAt + "]";
    }
}
