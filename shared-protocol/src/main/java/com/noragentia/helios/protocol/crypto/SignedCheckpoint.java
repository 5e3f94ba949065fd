/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.crypto;

import java.util.Optional;

/**
 * A checkpoint that the server of the log has signed.
 *
 * @param note the {@link SignedNote} it came from, with all its signatures
 */
public record SignedCheckpoint(Checkpoint checkpoint, String note) {

    /** Signs for the server with this key, whose fingerprint is its id and the log's origin. */
    public static SignedCheckpoint sign(long size, TreeHash root, SigningKey key) {
        String origin = key.verifyingKey().fingerprint();
        Checkpoint checkpoint = new Checkpoint(origin, size, root);
        return new SignedCheckpoint(checkpoint, SignedNote.sign(checkpoint.text(), origin, key));
    }

    /** What a note says, if it is of the server with this key and signed by it. Never throws for bad input. */
    public static Optional<SignedCheckpoint> open(String note, VerifyingKey key) {
        String origin = key.fingerprint();
        return SignedNote.open(note, origin, key)
                .flatMap(Checkpoint::of)
                .filter(checkpoint -> checkpoint.origin().equals(origin))
                .map(checkpoint -> new SignedCheckpoint(checkpoint, note));
    }

    public long size() {
        return checkpoint.size();
    }

    public TreeHash root() {
        return checkpoint.root();
    }
}
