/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.edge;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.random.RandomGenerator;

/**
 * Chance that nobody can foresee, fetched from a {@link SecureRandom} many bytes at a time: asking it for each number costs more than most of
 * what is decided by it. What has been used is wiped. Thread-safe.
 */
public final class BufferedRandom implements RandomGenerator {

    private static final int BUFFER_BYTES = 4_096;

    private final SecureRandom source;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private final ByteBuffer bytes = ByteBuffer.wrap(buffer).position(BUFFER_BYTES);

    public BufferedRandom(SecureRandom source) {
        this.source = source;
    }

    @Override
    public synchronized long nextLong() {
        if (bytes.remaining() < Long.BYTES) {
            source.nextBytes(buffer);
            bytes.rewind();
        }
        int at = bytes.position();
        long number = bytes.getLong();
        bytes.putLong(at, 0);
        return number;
    }
}
