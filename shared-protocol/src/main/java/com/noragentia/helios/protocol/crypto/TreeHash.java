/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.crypto;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A hash in a Merkle tree of the form of RFC 6962, section 2.1: leaves and nodes are hashed apart, so that neither passes for the other. On
 * the wire it stands in base64, as in a C2SP checkpoint. Immutable; equal when the bytes are.
 */
public final class TreeHash {

    public static final int BYTES = 32;
    /** The root of a tree without leaves. */
    public static final TreeHash EMPTY = new TreeHash(Sha256.digest().digest());

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private final byte[] bytes;

    private TreeHash(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Of a leaf with this content. */
    public static TreeHash leaf(byte[] content) {
        MessageDigest digest = Sha256.digest();
        digest.update(LEAF);
        return new TreeHash(digest.digest(content));
    }

    /** Of the node above two others. */
    public static TreeHash node(TreeHash left, TreeHash right) {
        MessageDigest digest = Sha256.digest();
        digest.update(NODE);
        digest.update(left.bytes);
        return new TreeHash(digest.digest(right.bytes));
    }

    /**
     * One of several that lie side by side.
     *
     * @throws IllegalArgumentException if there are no {@value #BYTES} bytes at that place
     */
    public static TreeHash at(byte[] hashes, int offset) {
        if (offset < 0 || hashes.length - offset < BYTES) {
            throw new IllegalArgumentException("not a hash of a tree");
        }
        return new TreeHash(Arrays.copyOfRange(hashes, offset, offset + BYTES));
    }

    /**
     * Reads what {@link #text} wrote.
     *
     * @throws IllegalArgumentException for anything else, other base64 of the same bytes too
     */
    @JsonCreator
    public static TreeHash of(String base64) {
        byte[] bytes = Base64.getDecoder().decode(base64);
        if (bytes.length != BYTES || !Base64.getEncoder().encodeToString(bytes).equals(base64)) {
            throw new IllegalArgumentException("not a hash of a tree");
        }
        return new TreeHash(bytes);
    }

    /** In base64 with padding. */
    @JsonValue
    public String text() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** In 64 lower-case hex digits. */
    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    /** A copy of the bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TreeHash hash && MessageDigest.isEqual(hash.bytes, bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return text();
    }
}
