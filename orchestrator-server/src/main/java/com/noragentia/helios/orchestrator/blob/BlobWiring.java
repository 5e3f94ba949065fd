/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.blob;

import com.noragentia.helios.orchestrator.edge.Routes;
import com.noragentia.helios.orchestrator.store.Store;
import io.javalin.http.Context;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Function;

/** Puts the slice together. */
public final class BlobWiring {

    private final BlobShelf shelf;
    private final BlobLinks links;
    private final Routes routes;

    /**
     * @param folder where the files lie
     * @param linkSecret with which links are signed
     * @param memberOf tells whose request it is, or refuses it
     */
    public BlobWiring(Store store, Clock clock, Path folder, String linkSecret, Function<Context, String> memberOf) {
        this.shelf = new BlobShelf(store, clock, new BlobFolder(folder));
        shelf.deleteUnowned();
        this.links = new BlobLinks(store, clock, linkSecret);
        this.routes = new BlobRoutes(shelf, links, memberOf);
    }

    public BlobShelf shelf() {
        return shelf;
    }

    public BlobLinks links() {
        return links;
    }

    public Routes routes() {
        return routes;
    }
}
