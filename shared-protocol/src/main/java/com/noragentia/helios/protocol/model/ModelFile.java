/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.model;

import java.net.URI;
import java.util.List;

/**
 * One file of a model, pinned by its hash.
 *
 * @param name a bare file name: no folder, no drive, no leading dot
 * @param bytes its length
 * @param sha256 of its content, 64 lower-case hex digits
 * @param sources where to get it, best first; {@code classpath:} for files that come inside the program
 */
public record ModelFile(String name, long bytes, String sha256, List<URI> sources) {

    public ModelFile {
        if (!name.matches("[A-Za-z0-9_][A-Za-z0-9._-]{0,127}")) {
            throw new IllegalArgumentException("not a bare file name: " + name);
        }
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("not a SHA-256 in hex: " + sha256);
        }
        if (bytes <= 0) {
            throw new IllegalArgumentException("a model file has at least one byte, not " + bytes);
        }
    }
}
