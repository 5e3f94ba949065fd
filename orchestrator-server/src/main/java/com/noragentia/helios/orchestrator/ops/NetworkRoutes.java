/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ops;

import com.noragentia.helios.orchestrator.catalogue.Catalogue;
import com.noragentia.helios.orchestrator.dispatch.Roster;
import com.noragentia.helios.orchestrator.edge.Json;
import com.noragentia.helios.orchestrator.edge.Routes;
import com.noragentia.helios.protocol.api.NetworkSummary;
import com.noragentia.helios.protocol.api.NetworkSummary.ModelAvailability;
import io.javalin.config.RoutesConfig;
import java.util.List;

/** Who is there. Needs no login: it says how many, never who. */
final class NetworkRoutes implements Routes {

    private final String version;
    private final Catalogue catalogue;
    private final Roster roster;

    NetworkRoutes(String version, Catalogue catalogue, Roster roster) {
        this.version = version;
        this.catalogue = catalogue;
        this.roster = roster;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/api/v1/network", ctx -> Json.reply(ctx, 200, summary()));
    }

    private NetworkSummary summary() {
        List<ModelAvailability> models = catalogue.models().stream()
                .flatMap(model -> model.manifest().experts().stream()
                        .map(expert -> new ModelAvailability(
                                model.manifest().id(),
                                expert,
                                roster.ready(model.manifest().id()))))
                .toList();
        return new NetworkSummary(version, roster.online(), models);
    }
}
