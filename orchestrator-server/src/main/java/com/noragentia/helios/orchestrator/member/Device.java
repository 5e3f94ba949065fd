/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.member;

import com.noragentia.helios.protocol.crypto.VerifyingKey;
import java.time.Instant;
import java.util.Optional;

/**
 * An enrolled installation.
 *
 * @param id fingerprint of its key
 * @param member id of its owner
 * @param name what people call it
 * @param revokedAt since when its key is worth nothing; empty while it is good
 */
public record Device(String id, String member, String name, VerifyingKey key, Optional<Instant> revokedAt) {

    /** One whose key is good. */
    public Device(String id, String member, String name, VerifyingKey key) {
        this(id, member, name, key, Optional.empty());
    }

    public boolean isRevoked() {
        return revokedAt.isPresent();
    }
}
