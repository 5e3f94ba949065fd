/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.network;

import com.noragentia.helios.connection.DeviceProof;
import com.noragentia.helios.connection.OrchestratorCalls;
import com.noragentia.helios.installation.DeviceIdentity;
import com.noragentia.helios.installation.DeviceKey;
import com.noragentia.helios.installation.Membership;
import com.noragentia.helios.protocol.crypto.SigningKey;

/**
 * With what a device proves who it is when it asks for a token.
 *
 * @param network id of the orchestrator it enrolled with; to no other is anything proved
 * @param device its own id
 * @param key signs the proof
 */
public record Login(String network, String device, DeviceKey key) {

    /** A login with a key that is at hand. */
    public Login(String network, String device, SigningKey key) {
        this(network, device, DeviceKey.of(key));
    }

    public static Login of(Membership membership, DeviceIdentity device) {
        return new Login(membership.verifyingKey().fingerprint(), membership.device(), device.key());
    }

    /** What is proved with it, over these calls. */
    DeviceProof over(OrchestratorCalls calls) {
        return new DeviceProof(calls, network, device, key);
    }
}
