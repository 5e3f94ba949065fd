/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ops;

import com.noragentia.helios.orchestrator.edge.Routes;
import com.noragentia.helios.orchestrator.store.Store;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import io.javalin.config.RoutesConfig;
import io.javalin.http.HandlerType;

/**
 * Refuses what is new while the store is far behind, so that there is always room for what has been begun: reports of workers, and members
 * who take a job back. Thread-safe.
 */
final class OverloadGate implements Routes {

    /** Units of work that are kept free for what has been begun; the writer commits so many in well under a second. */
    static final int ROOM_KEPT = 2_000;

    private final Store store;

    OverloadGate(Store store) {
        this.store = store;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        APIS.forEach(api -> routes.before(api, ctx -> {
            if (ctx.method().equals(HandlerType.POST) && store.room() < ROOM_KEPT) {
                throw new ProblemException(ProblemCode.OVERLOADED, "too much waits to be written");
            }
        }));
    }
}
