/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ops;

import com.noragentia.helios.orchestrator.edge.Routes;
import com.noragentia.helios.orchestrator.store.Store;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

/** Is it alive, is it ready, and what is it at all. */
final class HealthRoutes implements Routes {

    private static final String ABOUT = """
            Helios orchestrator.

            A network of ordinary computers that answer each other's AI questions.
            This address is for the Helios program, which asks and answers here: /api/v1/
            Health: /healthz and /readyz. More: www.noragentia.com
            """;

    private final Store store;
    private final ShutdownGate gate;

    HealthRoutes(Store store, ShutdownGate gate) {
        this.store = store;
        this.gate = gate;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/", ctx -> ctx.contentType("text/plain;charset=utf-8").result(ABOUT));
        routes.get("/healthz", ctx -> ctx.result("ok"));
        routes.get("/readyz", this::ready);
    }

    /** Ready means: not about to stop, and the writer commits. */
    private void ready(Context ctx) {
        if (gate.isClosing()) {
            throw new ProblemException(ProblemCode.SHUTTING_DOWN, "the orchestrator is about to stop");
        }
        store.write(_ -> true);
        ctx.result("ready");
    }
}
