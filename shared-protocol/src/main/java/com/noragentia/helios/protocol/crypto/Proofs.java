/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.crypto;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * The bytes a device signs to prove its key. Each begins with a name of its own, so that a signature made for one purpose is worthless for
 * another. Those of an enrolled device name the server as well, so that they are worthless elsewhere; an enrolment by code is
 * bound to its one-time code, since the server's key is not known yet.
 */
public final class Proofs {

    /** RFC 9266, section 2: what both ends of a TLS connection export to bind a proof to it, with an empty context. */
    public static final String EXPORTER_LABEL = "EXPORTER-Channel-Binding";

    public static final int EXPORTER_BYTES = 32;

    private Proofs() {}

    /** For {@code POST /api/v1/devices}: the code binds it to one moment, the key to one device. */
    public static byte[] enrolment(String code, String publicKey, String deviceName) {
        return lines("helios-enrol-1", code, publicKey, deviceName);
    }

    /** For {@code POST /api/v1/members}: the puzzle binds it to one server and hour, the key to one device. */
    public static byte[] membership(String server, String puzzle, String publicKey, String deviceName) {
        return lines("helios-member-1", server, puzzle, publicKey, deviceName);
    }

    /** For {@code POST /api/v1/tokens}. */
    public static byte[] token(String server, String nonce, String device) {
        return lines("helios-token-1", server, nonce, device);
    }

    /** For {@code POST /api/v1/tokens} over TLS that ends at the orchestrator. */
    public static byte[] boundToken(String server, String nonce, String device, byte[] exporter) {
        return lines("helios-token-2", server, nonce, device, hex(exporter));
    }

    /** For {@code POST /api/v1/tokens} over TLS, by a client that could bind the proof but is told that the server cannot. */
    public static byte[] unofferedToken(String server, String nonce, String device) {
        return lines("helios-token-3", server, nonce, device);
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

    /** For the worker channel over TLS that ends at the orchestrator. */
    public static byte[] boundChannel(String server, String nonce, String device, byte[] exporter) {
        return lines("helios-ws-2", server, nonce, device, hex(exporter));
    }

    /** For the worker channel over TLS, by a worker that could bind the proof but is told that the server cannot. */
    public static byte[] unofferedChannel(String server, String nonce, String device) {
        return lines("helios-ws-3", server, nonce, device);
    }

    /** For {@code PUT /api/v1/me/recovery-key}: signed by a device of the account, and by the new recovery key. */
    public static byte[] recoveryKey(String server, String nonce, String recoveryKey) {
        return lines("helios-recovery-key-1", server, nonce, recoveryKey);
    }

    /** For {@code POST /api/v1/recoveries}: signed by the recovery key, and by the new device. */
    public static byte[] recovery(String server, String nonce, String publicKey, String deviceName) {
        return lines("helios-recover-1", server, nonce, publicKey, deviceName);
    }

    /** For {@code DELETE /api/v1/me}. */
    public static byte[] deletion(String server, String nonce, String member) {
        return lines("helios-delete-1", server, nonce, member);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
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
