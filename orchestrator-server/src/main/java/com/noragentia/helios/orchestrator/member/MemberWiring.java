/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.member;

import com.noragentia.helios.orchestrator.edge.Routes;
import com.noragentia.helios.orchestrator.edge.Secrets;
import com.noragentia.helios.orchestrator.edge.TokenBuckets;
import com.noragentia.helios.orchestrator.store.Store;
import com.noragentia.helios.protocol.api.EnrolmentPolicy;
import com.noragentia.helios.protocol.api.Scope;
import com.noragentia.helios.protocol.crypto.VerifyingKey;
import io.javalin.http.Context;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Puts the slice together. */
public final class MemberWiring {

    private final Members members;
    private final Authentication authentication;
    private final Departures departures;
    private final WholeAccounts accounts;
    private final List<Routes> routes;

    /**
     * Wires the slice.
     *
     * @param meetings hears who was with whom
     * @param networkNames makes of a network a name that leads nobody back to it; the same after a restart
     */
    public MemberWiring(
            Store store,
            Secrets secrets,
            Clock clock,
            VerifyingKey serverKey,
            TokenBuckets buckets,
            EnrolmentPolicy policy,
            Meetings meetings,
            UnaryOperator<String> networkNames) {
        this.members = new Members(store, secrets, clock);
        KnownTokens known = new KnownTokens(clock);
        this.departures = new Departures(known);
        Admission admission = new Admission(secrets, clock, serverKey, departures, meetings);
        Challenges challenges = new Challenges(serverKey.fingerprint(), members::mayProve, secrets, clock);
        DeviceProofs proofs = new DeviceProofs(store, challenges);
        Recovery recovery = new Recovery(store, proofs, admission);
        Tokens tokens = new Tokens(store, challenges, secrets, known, meetings, clock);
        this.authentication = new Authentication(tokens, buckets);
        this.accounts = new WholeAccounts(store, proofs, departures, clock);
        Puzzles puzzles = new Puzzles(serverKey.fingerprint(), secrets, clock);
        Foundings foundings = new Foundings(buckets.isEnforced(), networkNames, clock);
        OpenEnrolment open = new OpenEnrolment(policy, serverKey, store, admission, puzzles, foundings);
        this.routes = List.of(
                new MemberRoutes(
                        new Enrolment(policy, store, admission, puzzles, foundings),
                        open,
                        recovery,
                        challenges,
                        tokens),
                new AccountRoutes(
                        members,
                        accounts,
                        new OwnDevices(store, departures, clock),
                        new ApiTokens(store, secrets, known, clock),
                        recovery,
                        authentication),
                new WebRoutes(new WebSessions(store, secrets, known, clock), authentication));
    }

    public Members members() {
        return members;
    }

    public Authentication authentication() {
        return authentication;
    }

    /** The member who asks something; refuses whoever may not. */
    public String asker(Context ctx) {
        return authentication.caller(ctx, Scope.ASK).member();
    }

    public Routes routes() {
        return all -> routes.forEach(some -> some.addTo(all));
    }

    /** Tells of every device that is revoked or leaves its account, on the writer's thread: what it does must be short and must not wait. */
    public void whenDeviceLeaves(Consumer<String> listener) {
        departures.tell(listener);
    }

    /** Adds what another slice keeps of members to export and deletion. */
    public void include(AccountPart part) {
        accounts.include(part);
    }
}
