/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.app;

import com.noragentia.helios.desktop.network.AccountClient;
import com.noragentia.helios.desktop.network.Login;
import com.noragentia.helios.installation.DeviceIdentity;
import com.noragentia.helios.installation.Membership;
import com.noragentia.helios.protocol.api.ProblemException;
import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.util.Optional;

/** Finds the network that this device's account is in. Unlike a question, an account starts none. */
final class AccountAccess {

    private final Surroundings around;

    AccountAccess(Surroundings around) {
        this.around = around;
    }

    /**
     * A client in the name of this device.
     *
     * @throws ProblemException UNAUTHENTICATED before this device joined a network; NETWORK_UNREACHABLE, reason {@code not-running}, if it is
     *     one of this computer that does not run
     */
    AccountClient open() throws IOException {
        Membership membership = Membership.require(around.folder());
        DeviceIdentity device = DeviceIdentity.of(around.folder(), new SecureRandom());
        return new AccountClient(
                address(), Login.of(membership, device), around.folder().file("token.json"), around.clock());
    }

    private URI address() {
        Optional<URI> known = new NetworkAccess(around, new StatusLine(around.terminal())).known();
        return known.orElseThrow(NetworkAccess::asleep);
    }
}
