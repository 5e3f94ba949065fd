/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.crypto;

import java.util.List;
import java.util.Optional;

/**
 * What a log commits itself to at a moment: so many leaves, and this root (c2sp.org/tlog-checkpoint). Whoever keeps one can tell later
 * whether the log still holds the same.
 *
 * @param origin the log's name, which for a ledger of Helios is the id of its server
 * @param size leaves, from 0
 */
public record Checkpoint(String origin, long size, TreeHash root) {

    private static final int LINES = 3;

    /** Origin, size and root, a line each. */
    public String text() {
        return origin + "\n" + size + "\n" + root.text() + "\n";
    }

    /** Reads what {@link #text} wrote; further lines are passed over, as the format wants it. Empty for anything else. */
    public static Optional<Checkpoint> of(String text) {
        List<String> lines = text.lines().limit(LINES).toList();
        if (lines.size() < LINES) {
            return Optional.empty();
        }
        try {
            Checkpoint checkpoint =
                    new Checkpoint(lines.get(0), Long.parseLong(lines.get(1)), TreeHash.of(lines.get(2)));
            return text.startsWith(checkpoint.text()) && checkpoint.size >= 0
                    ? Optional.of(checkpoint)
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
