/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.catalogue;

import com.noragentia.helios.orchestrator.edge.Routes;
import com.noragentia.helios.protocol.crypto.SigningKey;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Function;

/** Puts the slice together. */
public final class CatalogueWiring {

    private final Catalogue catalogue;
    private final Routes routes;

    /**
     * Reads what was pinned; what is pinned later counts from the next {@link Catalogue#renew}.
     *
     * @param folder of the pinned models
     * @param deviceOf tells which enrolled device a request comes from, or refuses it
     */
    public CatalogueWiring(SigningKey key, Path folder, Function<Context, String> deviceOf) throws IOException {
        PinnedFolder pinned = new PinnedFolder(folder);
        this.catalogue = Catalogue.open(key, pinned);
        this.routes = new MirrorRoutes(catalogue, pinned, deviceOf);
    }

    public Catalogue catalogue() {
        return catalogue;
    }

    public Routes routes() {
        return routes;
    }
}
