/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.installation;

import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.protocol.crypto.VerifyingKey;
import com.noragentia.helios.protocol.wire.WireException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.Map;
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

    /**
     * The membership of an installation; empty before its enrolment.
     *
     * @throws ProblemException UNAUTHENTICATED, reason {@code membership-damaged}, if the file is there but is none
     */
    public static Optional<Membership> of(DataFolder folder) throws IOException {
        try {
            Optional<Membership> kept = PrivateFiles.read(folder.file(FILE), Membership.class);
            kept.ifPresent(Membership::verifyingKey);
            return kept;
        } catch (WireException | IllegalArgumentException e) {
            throw problem("membership-damaged", "the note of the network that was joined is damaged");
        }
    }

    /** As {@link #of}; a damaged one counts as none. */
    public static Optional<Membership> ifReadable(DataFolder folder) throws IOException {
        try {
            return of(folder);
        } catch (ProblemException damaged) {
            return Optional.empty();
        }
    }

    /**
     * As {@link #of}, for what takes one.
     *
     * @throws ProblemException UNAUTHENTICATED if there is none; reason {@code membership-lost} where there is a key that may have one
     */
    public static Membership require(DataFolder folder) throws IOException {
        return require(folder, DeviceIdentity.isIn(folder));
    }

    /**
     * As {@link #require(DataFolder)}.
     *
     * @param isKnown whether there was a key already
     */
    public static Membership require(DataFolder folder, boolean isKnown) throws IOException {
        return of(folder)
                .orElseThrow(() -> isKnown
                        ? problem("membership-lost", "there is a key, but no membership")
                        : new ProblemException(ProblemCode.UNAUTHENTICATED, "this device is not enrolled"));
    }

    private static ProblemException problem(String reason, String detail) {
        return new ProblemException(ProblemCode.UNAUTHENTICATED, detail, Map.of("reason", reason));
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
