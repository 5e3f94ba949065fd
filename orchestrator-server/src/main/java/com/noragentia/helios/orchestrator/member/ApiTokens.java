/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.member;

import com.noragentia.helios.orchestrator.edge.Secrets;
import com.noragentia.helios.orchestrator.store.Store;
import com.noragentia.helios.protocol.api.ApiTokenCreated;
import com.noragentia.helios.protocol.api.ApiTokenList;
import com.noragentia.helios.protocol.api.ApiTokenRequest;
import com.noragentia.helios.protocol.api.ApiTokenSummary;
import com.noragentia.helios.protocol.api.Limit;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.protocol.api.Scope;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Tokens that a member makes for other programs. They end with the device that made them: a thief's do not outlive its revocation. */
final class ApiTokens {

    /** So that people, and programs that look for leaked secrets, know one when they see it. */
    static final String PREFIX = "helios_";

    private final Store store;
    private final Secrets secrets;
    private final KnownTokens known;
    private final Clock clock;
    private final TokenTable tokens = new TokenTable();
    private final ApiTokenTable apiTokens = new ApiTokenTable();

    ApiTokens(Store store, Secrets secrets, KnownTokens known, Clock clock) {
        this.store = store;
        this.secrets = secrets;
        this.known = known;
        this.clock = clock;
    }

    ApiTokenCreated create(Caller caller, ApiTokenRequest request) {
        String label = Labels.checked(request.label());
        if (request.scopes().isEmpty() || request.scopes().contains(Scope.MANAGE)) {
            throw new ProblemException(ProblemCode.REQUEST_INVALID, "a token is for ask, read or both");
        }
        if (request.days() < 1 || Limit.API_TOKEN_DAYS.isPassedBy(request.days())) {
            throw new ProblemException(
                    ProblemCode.REQUEST_INVALID, "a token lives 1 to " + Limit.API_TOKEN_DAYS.value() + " days");
        }
        String token = PREFIX + secrets.token();
        String hash = Secrets.hash(token);
        Instant now = clock.instant();
        ApiTokenSummary summary = new ApiTokenSummary(
                secrets.id(), label, request.scopes(), now, now.plus(Duration.ofDays(request.days())), null);
        return store.write(tx -> {
            if (apiTokens.list(tx, caller.member(), now).size() >= Limit.API_TOKENS_PER_MEMBER.value()) {
                throw new ProblemException(
                        Limit.API_TOKENS_PER_MEMBER.problem(),
                        "the account has as many tokens as it may",
                        Map.of("limit", Long.toString(Limit.API_TOKENS_PER_MEMBER.value())));
            }
            tokens.add(tx, hash, caller.device(), request.scopes(), summary.expiresAt());
            apiTokens.add(tx, hash, caller.member(), summary);
            return new ApiTokenCreated(token, summary);
        });
    }

    ApiTokenList list(Caller caller) {
        return new ApiTokenList(store.read(tx -> apiTokens.list(tx, caller.member(), clock.instant())));
    }

    void revoke(Caller caller, String id) {
        store.write(tx -> {
            String hash = apiTokens
                    .hash(tx, caller.member(), id)
                    .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND, "the member has no such token"));
            tokens.delete(tx, hash);
            tx.afterCommit(() -> known.forget(hash));
            return true;
        });
    }
}
