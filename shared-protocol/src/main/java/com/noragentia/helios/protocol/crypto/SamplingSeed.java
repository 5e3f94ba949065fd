/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.crypto;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * The seed of the noise by which an answer is drawn ({@code helios-gumbel-1}): the first eight bytes, big-endian, of SHA-256 over the
 * sampler's name, the job's id in UTF-8 and the orchestrator's nonce. Nobody knows it before the orchestrator hands the task out; whoever
 * knows both parts can check the answer. Immutable.
 *
 * @param value any number
 */
public record SamplingSeed(long value) {

    /** Of a fixed length, so that no two pairs of job and nonce make the same bytes. */
    public static final int NONCE_BYTES = 32;

    private static final byte[] SAMPLER = "helios-gumbel-1".getBytes(StandardCharsets.UTF_8);

    /**
     * The seed of a job's answer.
     *
     * @param nonce {@value #NONCE_BYTES} random bytes, chosen when the job is accepted
     * @throws IllegalArgumentException if the nonce has another length
     */
    public static SamplingSeed of(String job, byte[] nonce) {
        if (nonce.length != NONCE_BYTES) {
            throw new IllegalArgumentException("a nonce of " + nonce.length + " bytes");
        }
        MessageDigest digest = Sha256.digest();
        digest.update(SAMPLER);
        digest.update(job.getBytes(StandardCharsets.UTF_8));
        byte[] hash = digest.digest(nonce);
        long seed = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            seed = seed << Byte.SIZE | (hash[i] & 0xFF);
        }
        return new SamplingSeed(seed);
    }
}
