/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.worker;

import com.noragentia.helios.protocol.crypto.VerifyingKey;
import java.util.concurrent.Semaphore;

/**
 * Checks signatures, about 0.8 ms each, on half of the processor's cores at most: when thousands of workers come back at once, the other half
 * is left to those who are there already. Thread-safe.
 */
final class ProofChecks {

    private final Semaphore cores;

    /** @param cores of this computer */
    ProofChecks(int cores) {
        this.cores = new Semaphore(Math.max(1, cores / 2), true);
    }

    /** Whether the key made this signature; waits its turn. */
    boolean holds(VerifyingKey key, byte[] signed, String signature) {
        cores.acquireUninterruptibly();
        try {
            return key.verifies(signed, signature);
        } finally {
            cores.release();
        }
    }
}
