/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.edge;

import io.javalin.config.RoutesConfig;
import java.util.List;

/** The HTTP and WebSocket paths of one slice. */
public interface Routes {

    /** Where programs ask: our own API, and that of OpenAI's clients. */
    List<String> APIS = List.of("/api/*", "/v1/*");

    void addTo(RoutesConfig routes);
}
