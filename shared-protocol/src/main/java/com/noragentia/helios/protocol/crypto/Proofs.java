/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.crypto;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/**
 * The bytes a device signs to prove its key. Each begins with a name of its own, so that a signature made for one purpose is worthless for
 * another. Those of an enrolled device name the server as well, so that they are worthless elsewhere; an enrolment is bound to its
 * one-time code, since the server's key is not known yet.
 */
public final class Proofs {

    private Proofs() {}

    /** For {@code POST /api/v1/devices}: the code binds it to one moment, the key to one device. */
    public static byte[] enrolment(String code, String publicKey, String deviceName) {
        return lines("helios-enrol-1", code, publicKey, deviceName);
    }

    /** For {@code POST /api/v1/tokens}. */
    public static byte[] token(String server, String nonce, String device) {
        return lines("helios-token-1", server, nonce, device);
    }

    /** For the worker channel. */
    public static byte[] channel(String server, String nonce, String device) {
        return lines("helios-ws-1", server, nonce, device);
    }

    /**
     * For a batch of receipts: what a worker says about a checkpoint and the entries under it that concern it.
     *
     * @param leaves the hashes of the entries, in the order of the ledger
     */
    public static byte[] receipts(String device, Checkpoint checkpoint, List<TreeHash> leaves) {
        String[] parts = Stream.concat(
                        Stream.of(
                                "helios-receipts-1",
                                checkpoint.origin(),
                                device,
                                Long.toString(checkpoint.size()),
                                checkpoint.root().text()),
                        leaves.stream().map(TreeHash::text))
                .toArray(String[]::new);
        return lines(parts);
    }

    private static byte[] lines(String... parts) {
        StringBuilder text = new StringBuilder();
        for (String part : parts) {
            // The length in front keeps two different lists from reading alike.
            text.append(part.length()).append(':').append(part).append('\n');
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
