/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ops;

import com.noragentia.helios.orchestrator.edge.Routes;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import io.javalin.config.RoutesConfig;

/** Refuses new requests once the orchestrator is about to stop. Thread-safe. */
final class ShutdownGate implements Routes {

    private volatile boolean closing;

    void close() {
        closing = true;
    }

    boolean isClosing() {
        return closing;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        APIS.forEach(api -> routes.before(api, _ -> {
            if (closing) {
                throw new ProblemException(ProblemCode.SHUTTING_DOWN, "the orchestrator is about to stop");
            }
        }));
    }
}
