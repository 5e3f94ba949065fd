/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.edge;

import io.javalin.config.RoutesConfig;

/** The HTTP and WebSocket paths of one slice. */
public interface Routes {

    void addTo(RoutesConfig routes);
}
