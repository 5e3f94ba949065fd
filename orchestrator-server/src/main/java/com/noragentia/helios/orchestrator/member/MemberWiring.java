/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.member;

import com.noragentia.helios.orchestrator.edge.Routes;
import com.noragentia.helios.orchestrator.edge.Secrets;
import com.noragentia.helios.orchestrator.edge.TokenBuckets;
import com.noragentia.helios.orchestrator.store.Store;
import com.noragentia.helios.protocol.crypto.VerifyingKey;
import java.time.Clock;

/** Puts the slice together. */
public final class MemberWiring {

    private final Members members;
    private final Authentication authentication;
    private final Routes routes;

    public MemberWiring(Store store, Secrets secrets, Clock clock, VerifyingKey serverKey, TokenBuckets buckets) {
        this.members = new Members(store, secrets, clock);
        Enrolment enrolment = new Enrolment(store, secrets, clock, serverKey);
        Challenges challenges =
                new Challenges(serverKey.fingerprint(), id -> members.device(id).isPresent(), secrets, clock);
        Tokens tokens = new Tokens(store, challenges, secrets, clock);
        this.authentication = new Authentication(tokens, buckets);
        this.routes = new MemberRoutes(members, enrolment, challenges, tokens, authentication);
    }

    public Members members() {
        return members;
    }

    public Authentication authentication() {
        return authentication;
    }

    public Routes routes() {
        return routes;
    }
}
