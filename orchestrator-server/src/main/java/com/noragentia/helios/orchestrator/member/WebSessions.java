/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.member;

import com.noragentia.helios.orchestrator.edge.Secrets;
import com.noragentia.helios.orchestrator.store.Store;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.protocol.api.Scope;
import com.noragentia.helios.protocol.api.WebLink;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;

/** Sessions of browsers, each opened by a link that is good once. They end with the device that made the link. */
final class WebSessions {

    static final Duration LINK_LIFE = Duration.ofSeconds(60);
    static final Duration LIFE = Duration.ofHours(12);
    static final String PATH = "/web/open/";

    private final Store store;
    private final Secrets secrets;
    private final KnownTokens known;
    private final Clock clock;
    private final WebLinkTable links = new WebLinkTable();
    private final TokenTable tokens = new TokenTable();

    WebSessions(Store store, Secrets secrets, KnownTokens known, Clock clock) {
        this.store = store;
        this.secrets = secrets;
        this.known = known;
        this.clock = clock;
    }

    WebLink link(Caller caller) {
        String secret = secrets.token();
        Instant expiresAt = clock.instant().plus(LINK_LIFE);
        return store.write(tx -> {
            links.add(tx, Secrets.hash(secret), caller.device(), expiresAt);
            return new WebLink(PATH + secret, expiresAt);
        });
    }

    /** The secret of a new session, in exchange for that of a link. */
    String open(String linkSecret) {
        String session = secrets.token();
        Instant now = clock.instant();
        return store.write(tx -> {
            String device = links.redeem(tx, Secrets.hash(linkSecret), now)
                    .orElseThrow(() -> new ProblemException(
                            ProblemCode.UNAUTHENTICATED, "the link was used or has expired; open the page anew"));
            tokens.add(tx, Secrets.hash(session), device, EnumSet.of(Scope.ASK, Scope.READ), now.plus(LIFE));
            return session;
        });
    }

    void close(String session) {
        String hash = Secrets.hash(session);
        store.write(tx -> {
            tokens.delete(tx, hash);
            tx.afterCommit(() -> known.forget(hash));
            return true;
        });
    }
}
