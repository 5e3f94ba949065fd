/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.member;

import com.noragentia.helios.orchestrator.edge.Secrets;
import com.noragentia.helios.orchestrator.store.Transaction;
import com.noragentia.helios.protocol.api.EnrolmentGranted;
import com.noragentia.helios.protocol.api.Limit;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.protocol.crypto.VerifyingKey;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Writes a device with a proven key into an account, whichever way it came. */
final class Admission {

    private final Secrets secrets;
    private final Clock clock;
    private final String serverKey;
    private final Departures departures;
    private final Meetings meetings;
    private final MemberTable members = new MemberTable();
    private final DeviceTable devices = new DeviceTable();
    private final BarredKeyTable barred = new BarredKeyTable();

    Admission(Secrets secrets, Clock clock, VerifyingKey serverKey, Departures departures, Meetings meetings) {
        this.secrets = secrets;
        this.clock = clock;
        this.serverKey = serverKey.encoded();
        this.departures = departures;
        this.meetings = meetings;
    }

    Instant now() {
        return clock.instant();
    }

    /** A new account. */
    String found(Transaction tx, Optional<String> inviter) {
        String member = secrets.id();
        members.add(tx, member, inviter, now());
        inviter.ifPresent(host -> meetings.invited(tx, host, member));
        return member;
    }

    /**
     * Adds the device, or moves it from another account.
     *
     * @throws ProblemException {@code device-revoked}, or {@code account-full}
     */
    EnrolmentGranted admit(Transaction tx, String member, VerifyingKey key, String name) {
        String id = key.fingerprint();
        Optional<Device> known = devices.find(tx, id);
        if (known.filter(Device::isRevoked).isPresent() || barred.has(tx, id)) {
            throw new ProblemException(ProblemCode.DEVICE_REVOKED, "this key was revoked");
        }
        boolean isTheirs =
                known.filter(device -> device.member().equals(member)).isPresent();
        if (!isTheirs) {
            requireRoom(tx, member);
            known.ifPresent(device -> {
                departures.moved(tx, device.id());
                meetings.handedOver(tx, device.member(), member);
            });
        }
        devices.put(tx, new Device(id, member, name, key), now());
        return granted(member, id);
    }

    private void requireRoom(Transaction tx, String member) {
        if (devices.count(tx, member) >= Limit.DEVICES_PER_MEMBER.value()) {
            throw new ProblemException(
                    Limit.DEVICES_PER_MEMBER.problem(),
                    "the account has as many devices as it may",
                    Map.of("limit", Long.toString(Limit.DEVICES_PER_MEMBER.value())));
        }
    }

    EnrolmentGranted granted(String member, String device) {
        return new EnrolmentGranted(member, device, serverKey);
    }
}
