/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ops;

import com.noragentia.helios.orchestrator.edge.Routes;
import com.noragentia.helios.orchestrator.store.Store;
import com.noragentia.helios.orchestrator.store.Transaction;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Is it alive, is it ready, and what is it at all. */
final class HealthRoutes implements Routes {

    private static final String ABOUT = """
            Helios orchestrator.

            A network of ordinary computers that answer each other's AI questions.
            This address is for the Helios program, which asks and answers here: /api/v1/
            Health: /healthz and /readyz. More: www.noragentia.com
            """;

    private static final Logger LOG = LoggerFactory.getLogger(HealthRoutes.class);

    private final Store store;
    private final ShutdownGate gate;
    private final Consumer<Transaction> books;

    /** @param books opens them, should they not be open yet; {@link IllegalStateException} says why they cannot be */
    HealthRoutes(Store store, ShutdownGate gate, Consumer<Transaction> books) {
        this.store = store;
        this.gate = gate;
        this.books = books;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/", ctx -> ctx.contentType("text/plain;charset=utf-8").result(ABOUT));
        routes.get("/healthz", ctx -> ctx.result("ok"));
        routes.get("/readyz", this::ready);
    }

    /** Ready means: not about to stop, the writer commits, and the books can be trusted. */
    private void ready(Context ctx) {
        if (gate.isClosing()) {
            throw new ProblemException(ProblemCode.SHUTTING_DOWN, "the orchestrator is about to stop");
        }
        try {
            store.write(tx -> {
                books.accept(tx);
                return true;
            });
            ctx.result("ready");
        } catch (IllegalStateException e) {
            LOG.error("not ready", e);
            ctx.status(503).result("not ready: " + e.getMessage());
        }
    }
}
