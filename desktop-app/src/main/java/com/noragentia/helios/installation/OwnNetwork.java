/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.installation;

import com.noragentia.helios.protocol.crypto.VerifyingKey;
import java.io.IOException;
import java.util.Optional;

/**
 * The network that was begun on this computer, if one was. Its key tells it from networks of others: those may have an address of this very
 * computer too.
 */
public final class OwnNetwork {

    private OwnNetwork() {}

    /**
     * Whether a membership is one in the network of this computer.
     *
     * @param ifUnreadable what counts where a network was begun here, but its key cannot be read
     */
    public static boolean isOf(DataFolder folder, Membership membership, boolean ifUnreadable) {
        return folder.hasOwnNetwork()
                && key(folder)
                        .map(key -> key.encoded().equals(membership.serverKey()))
                        .orElse(ifUnreadable);
    }

    /** The public half; the secret one is the orchestrator's business. */
    private static Optional<VerifyingKey> key(DataFolder folder) {
        try {
            return PrivateFiles.read(folder.serverKey())
                    .map(String::strip)
                    .map(halves -> VerifyingKey.decode(halves.substring(halves.indexOf('.') + 1)));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
