/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.member;

import com.noragentia.helios.orchestrator.edge.Secrets;
import com.noragentia.helios.orchestrator.store.Store;
import com.noragentia.helios.orchestrator.store.Transaction;
import com.noragentia.helios.protocol.api.EnrolmentCode;
import com.noragentia.helios.protocol.api.Limit;
import com.noragentia.helios.protocol.api.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** The door of the slice: who belongs to the network, and how others may join. Thread-safe. */
public final class Members {

    /** How long a one-time enrolment code is good. */
    public static final Duration CODE_LIFE = Duration.ofMinutes(10);

    private final Store store;
    private final Secrets secrets;
    private final Clock clock;
    private final MemberTable members = new MemberTable();
    private final DeviceTable devices = new DeviceTable();
    private final CodeTable codes = new CodeTable();
    private final TokenTable tokens = new TokenTable();
    private final WebLinkTable links = new WebLinkTable();
    private final FoundingTable foundings = new FoundingTable();

    public Members(Store store, Secrets secrets, Clock clock) {
        this.store = store;
        this.secrets = secrets;
        this.clock = clock;
    }

    public boolean isEmpty() {
        return !store.read(members::hasAny);
    }

    /** A device whose key is good. */
    public Optional<Device> device(String id) {
        return store.read(tx -> devices.find(tx, id)).filter(device -> !device.isRevoked());
    }

    /** Who invited a member; empty for nobody, or somebody who has gone. */
    public Optional<String> inviterOf(Transaction tx, String member) {
        return members.find(tx, member).flatMap(MemberTable.Row::invitedBy);
    }

    /** Whether a challenge may be worth its room: a device, even a revoked one, which is to be told so, or a recovery key. */
    boolean mayProve(String fingerprint) {
        return store.read(tx -> devices.find(tx, fingerprint).isPresent()
                || members.ofRecoveryKey(tx, fingerprint).isPresent());
    }

    /** Whether there is such an account. */
    public boolean has(Transaction tx, String member) {
        return members.find(tx, member).isPresent();
    }

    /** When an account was made; the epoch for one that is unknown. */
    public Instant since(Transaction tx, String member) {
        return members.find(tx, member).map(MemberTable.Row::createdAt).orElse(Instant.EPOCH);
    }

    /** A code with which another device joins {@code member}. */
    public EnrolmentCode inviteTo(String member) {
        return issue(new CodeTable.Invitation(Optional.of(member), Optional.of(member)));
    }

    /** A code of the operator's, whose user becomes a new member. */
    public EnrolmentCode inviteNewMember() {
        return issue(new CodeTable.Invitation(Optional.empty(), Optional.empty()));
    }

    /** A code whose user becomes a new member, of whom it is remembered who invited it. */
    public EnrolmentCode inviteNewMember(String inviter) {
        return issue(new CodeTable.Invitation(Optional.empty(), Optional.of(inviter)));
    }

    private EnrolmentCode issue(CodeTable.Invitation invitation) {
        String code = secrets.code();
        Instant now = clock.instant();
        Instant expiresAt = now.plus(CODE_LIFE);
        return store.write(tx -> {
            invitation.inviter().ifPresent(inviter -> requireRoom(tx, inviter, now));
            codes.add(tx, Secrets.hash(code), invitation, expiresAt);
            return new EnrolmentCode(code, expiresAt);
        });
    }

    private void requireRoom(Transaction tx, String inviter, Instant now) {
        if (codes.count(tx, inviter, now) >= Limit.OPEN_CODES_PER_MEMBER.value()) {
            throw new ProblemException(
                    Limit.OPEN_CODES_PER_MEMBER.problem(),
                    "the account has as many open codes as it may",
                    Map.of("limit", Long.toString(Limit.OPEN_CODES_PER_MEMBER.value())));
        }
    }

    /** Deletes codes, links and tokens that are good for nothing any more, and foundings that count no longer. */
    public void forgetExpired() {
        Instant now = clock.instant();
        store.write(tx -> {
            codes.deleteExpired(tx, now);
            links.deleteExpired(tx, now);
            tokens.deleteExpired(tx, now);
            foundings.deleteUntil(tx, now.minus(Foundings.WITHIN));
            return true;
        });
    }
}
