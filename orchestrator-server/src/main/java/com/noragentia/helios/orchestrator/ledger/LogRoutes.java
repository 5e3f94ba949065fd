/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import com.noragentia.helios.orchestrator.edge.Json;
import com.noragentia.helios.orchestrator.edge.Routes;
import com.noragentia.helios.protocol.api.LedgerInclusion;
import com.noragentia.helios.protocol.api.Limit;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.protocol.crypto.InclusionProof;
import com.noragentia.helios.protocol.crypto.SignedCheckpoint;
import com.noragentia.helios.protocol.crypto.SignedNote;
import com.noragentia.helios.protocol.crypto.VerifyingKey;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * The log for anybody, without login: it names nobody. The newest checkpoint and the key that signs it; entries and proofs; all of it as one
 * file ({@link LedgerFile}).
 */
final class LogRoutes implements Routes {

    private static final String TEXT = "text/plain;charset=utf-8";
    private static final String LINES = "application/x-ndjson";

    private final LedgerLog log;
    private final VerifyingKey key;

    LogRoutes(LedgerLog log, VerifyingKey key) {
        this.log = log;
        this.key = key;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(
                "/api/v1/ledger/checkpoint",
                ctx -> ctx.contentType(TEXT).result(log.checkpoint().note()));
        routes.get(
                "/api/v1/ledger/key",
                ctx -> ctx.contentType(TEXT).result(SignedNote.verifierKey(key.fingerprint(), key) + "\n"));
        routes.get("/api/v1/ledger/entries", this::entries);
        routes.get("/api/v1/ledger/proofs/inclusion", this::inclusion);
        routes.get("/api/v1/ledger/proofs/consistency", this::consistency);
        routes.get("/api/v1/ledger/export", this::export);
    }

    /** {@code ?from=0&count=100}: canonical forms, one a line; fewer at the end of what is under the newest checkpoint. */
    private void entries(Context ctx) {
        long size = log.checkpoint().size();
        long from = number(ctx, "from").orElse(0L);
        int most = Math.toIntExact(
                Math.min(number(ctx, "count").orElse(Limit.LEDGER_ENTRIES.value()), Limit.LEDGER_ENTRIES.value()));
        List<String> entries = log.entries(from, size, most);
        ctx.contentType(LINES).result(entries.isEmpty() ? "" : String.join("\n", entries) + "\n");
    }

    /** {@code ?index=7}, under the newest checkpoint; or under an earlier one with {@code &size=1024}. */
    private void inclusion(Context ctx) {
        SignedCheckpoint checkpoint = log.checkpoint();
        long index = number(ctx, "index").orElseThrow(() -> missing("index"));
        long size = number(ctx, "size").orElse(checkpoint.size());
        try {
            InclusionProof proof = log.inclusion(index, size);
            String entry = log.entries(index, index + 1, 1).getFirst();
            Json.reply(ctx, 200, new LedgerInclusion(entry, proof, checkpoint.note()));
        } catch (IllegalArgumentException e) {
            throw new ProblemException(ProblemCode.NOT_FOUND, "no such entry under that checkpoint");
        }
    }

    /** {@code ?from=1024&to=2048}; without the second, to the newest checkpoint. */
    private void consistency(Context ctx) {
        long from = number(ctx, "from").orElseThrow(() -> missing("from"));
        long to = number(ctx, "to").orElse(log.checkpoint().size());
        try {
            Json.reply(ctx, 200, log.consistency(from, to));
        } catch (IllegalArgumentException e) {
            throw new ProblemException(ProblemCode.NOT_FOUND, "no such checkpoints");
        }
    }

    private void export(Context ctx) throws IOException {
        ctx.contentType(TEXT).header("Content-Disposition", "attachment; filename=\"helios-ledger.txt\"");
        LedgerFile.write(ctx.res().getOutputStream(), log, key);
    }

    private static Optional<Long> number(Context ctx, String name) {
        try {
            return Optional.ofNullable(ctx.queryParam(name))
                    .map(Long::valueOf)
                    .map(value -> requireNotNegative(value, name));
        } catch (NumberFormatException e) {
            throw new ProblemException(ProblemCode.REQUEST_INVALID, name + " is not a number");
        }
    }

    private static Long requireNotNegative(Long value, String name) {
        if (value < 0) {
            throw new ProblemException(ProblemCode.REQUEST_INVALID, name + " is negative");
        }
        return value;
    }

    private static ProblemException missing(String name) {
        return new ProblemException(ProblemCode.REQUEST_INVALID, name + " is missing");
    }
}
