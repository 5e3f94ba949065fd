/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.installation;

import com.noragentia.helios.protocol.crypto.VerifyingKey;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.Optional;

/**
 * What enrolment gave this device.
 *
 * @param orchestrator the network's address, without a path
 * @param member id of the account the device belongs to
 * @param device the device's id
 * @param serverKey the orchestrator's key in base64url, pinned: manifests signed by another are refused
 */
public record Membership(URI orchestrator, String member, String device, String serverKey) {

    private static final String FILE = "membership.json";

    /** The membership of an installation; empty before its enrolment. */
    public static Optional<Membership> of(DataFolder folder) throws IOException {
        return PrivateFiles.read(folder.file(FILE), Membership.class);
    }

    public void save(DataFolder folder) throws IOException {
        PrivateFiles.write(folder.file(FILE), this);
    }

    /** Forgets whom the installation belongs to. */
    public static void forget(DataFolder folder) throws IOException {
        Files.deleteIfExists(folder.file(FILE));
    }

    /** The same membership at another address: a network of this computer may have had to take another port. */
    public Membership at(URI address) {
        return new Membership(address, member, device, serverKey);
    }

    /**
     * The pinned key.
     *
     * @throws IllegalArgumentException if what was kept is not a key
     */
    public VerifyingKey verifyingKey() {
        return VerifyingKey.decode(serverKey);
    }
}
