/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.member;

import com.noragentia.helios.orchestrator.edge.Secrets;
import com.noragentia.helios.orchestrator.store.Store;
import com.noragentia.helios.orchestrator.store.Transaction;
import com.noragentia.helios.protocol.api.EnrolmentCode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The door of the slice: who belongs to the network, and how others may join. Thread-safe. */
public final class Members {

    /** How long a one-time enrolment code is good. */
    public static final Duration CODE_LIFE = Duration.ofMinutes(10);

    private final Store store;
    private final Secrets secrets;
    private final Clock clock;
    private final DeviceTable devices = new DeviceTable();
    private final CodeTable codes = new CodeTable();
    private final TokenTable tokens = new TokenTable();

    public Members(Store store, Secrets secrets, Clock clock) {
        this.store = store;
        this.secrets = secrets;
        this.clock = clock;
    }

    public boolean isEmpty() {
        return !store.read(devices::hasMembers);
    }

    public Optional<Device> device(String id) {
        return store.read(tx -> devices.find(tx, id));
    }

    /** When an account was made; the epoch for one that is unknown. */
    public Instant since(Transaction tx, String member) {
        return devices.memberSince(tx, member).orElse(Instant.EPOCH);
    }

    /** A code with which another device joins {@code member}. */
    public EnrolmentCode inviteTo(String member) {
        return issue(Optional.of(member));
    }

    /** A code whose user becomes a new member. */
    public EnrolmentCode inviteNewMember() {
        return issue(Optional.empty());
    }

    private EnrolmentCode issue(Optional<String> member) {
        String code = secrets.code();
        Instant expiresAt = clock.instant().plus(CODE_LIFE);
        return store.write(tx -> {
            codes.add(tx, Secrets.hash(code), member, expiresAt);
            return new EnrolmentCode(code, expiresAt);
        });
    }

    /** Deletes codes and tokens that are good for nothing any more. */
    public void forgetExpired() {
        Instant now = clock.instant();
        store.write(tx -> {
            codes.deleteExpired(tx, now);
            tokens.deleteExpired(tx, now);
            return true;
        });
    }
}
