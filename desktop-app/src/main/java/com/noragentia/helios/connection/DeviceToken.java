/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.connection;

import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.protocol.api.TokenGranted;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The access token of a device, for as long as a process lives: asked for when it is first needed, and again before it ends. Thread-safe. */
public final class DeviceToken {

    /** A token this close to its end might end on its way. */
    private static final Duration MARGIN = Duration.ofSeconds(30);

    private final DeviceProof proof;
    private final Clock clock;
    private @Nullable TokenGranted held;

    public DeviceToken(DeviceProof proof, Clock clock) {
        this.proof = proof;
        this.clock = clock;
    }

    /**
     * A token that still holds, as far as its date tells.
     *
     * @throws ProblemException if the network does not answer, or does not know the device
     */
    public synchronized String current() {
        Instant now = clock.instant();
        TokenGranted mine = held;
        if (mine == null || mine.expiresAt().minus(MARGIN).isBefore(now)) {
            mine = proof.token();
            held = mine;
        }
        return mine.token();
    }

    /** A token in place of one that the network no longer takes. */
    public synchronized String renewed(String rejected) {
        if (held != null && held.token().equals(rejected)) {
            held = null;
        }
        return current();
    }
}
