/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.member;

import com.noragentia.helios.orchestrator.store.Store;
import com.noragentia.helios.orchestrator.store.Transaction;
import com.noragentia.helios.protocol.api.AccountDeletion;
import com.noragentia.helios.protocol.api.AccountExport;
import com.noragentia.helios.protocol.api.AccountSummary;
import com.noragentia.helios.protocol.api.DeviceSummary;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.protocol.crypto.Proofs;
import com.noragentia.helios.protocol.crypto.VerifyingKey;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Accounts as a whole: shown, copied out, deleted. What they own is the ledger's {@code Accounts}. */
final class WholeAccounts {

    static final int EXPORT_VERSION = 1;

    private final Store store;
    private final DeviceProofs proofs;
    private final Departures departures;
    private final Clock clock;
    private final MemberTable members = new MemberTable();
    private final DeviceTable devices = new DeviceTable();
    private final BarredKeyTable barred = new BarredKeyTable();
    private final CodeTable codes = new CodeTable();
    private final ApiTokenTable apiTokens = new ApiTokenTable();
    private final List<AccountPart> parts = new CopyOnWriteArrayList<>();

    WholeAccounts(Store store, DeviceProofs proofs, Departures departures, Clock clock) {
        this.store = store;
        this.proofs = proofs;
        this.departures = departures;
        this.clock = clock;
    }

    void include(AccountPart part) {
        parts.add(part);
    }

    AccountSummary summary(Caller caller) {
        return store.read(tx -> {
            MemberTable.Row member = row(tx, caller);
            return new AccountSummary(
                    member.id(),
                    member.createdAt(),
                    caller.device(),
                    devices.count(tx, caller.member()),
                    member.recoveryKey().isPresent(),
                    member.recoveryKey().map(VerifyingKey::fingerprint).orElse(null),
                    caller.scopes());
        });
    }

    /** A unit of the writer, though it writes nothing: some parts live on that thread. */
    AccountExport export(Caller caller) {
        Instant now = clock.instant();
        return store.write(tx -> {
            MemberTable.Row member = row(tx, caller);
            Map<String, Object> others = new TreeMap<>();
            parts.forEach(part -> others.put(part.name(), part.export(tx, caller.member())));
            return new AccountExport(
                    EXPORT_VERSION,
                    now,
                    member.id(),
                    member.createdAt(),
                    member.invitedBy().orElse(null),
                    member.recoveryKey().map(VerifyingKey::encoded).orElse(null),
                    devices.list(tx, caller.member(), caller.device()),
                    apiTokens.list(tx, caller.member(), now),
                    others);
        });
    }

    private MemberTable.Row row(Transaction tx, Caller caller) {
        return members.find(tx, caller.member())
                .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND, "the account has gone"));
    }

    /** All or nothing, in one unit of work: the other parts go first, in the order they came in, since they may look at the account. */
    void delete(Caller caller, AccountDeletion request) {
        proofs.require(
                caller,
                request.nonce(),
                request.proof(),
                server -> Proofs.deletion(server, request.nonce(), caller.member()));
        store.write(tx -> {
            barred.addRevokedOf(tx, caller.member());
            parts.forEach(part -> part.barred(tx, caller.member()).forEach(device -> barred.add(tx, device)));
            parts.forEach(part -> part.delete(tx, caller.member()));
            devices.list(tx, caller.member(), caller.device()).stream()
                    .map(DeviceSummary::device)
                    .forEach(device -> departures.moved(tx, device));
            codes.deleteOf(tx, caller.member());
            devices.deleteOf(tx, caller.member());
            members.delete(tx, caller.member());
            return true;
        });
    }
}
