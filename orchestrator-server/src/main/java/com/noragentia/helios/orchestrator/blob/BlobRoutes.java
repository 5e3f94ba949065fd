/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.blob;

import com.noragentia.helios.orchestrator.edge.Json;
import com.noragentia.helios.orchestrator.edge.Routes;
import com.noragentia.helios.protocol.api.Limit;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/** Files in (from members) and out (to workers) over HTTP. */
final class BlobRoutes implements Routes {

    /** A refused file is read to its end up to here, so that the sender hears why instead of a broken pipe. */
    private static final long REFUSED_BYTES_READ = 4 * Limit.ATTACHMENT_BYTES.value();

    private final BlobShelf shelf;
    private final BlobLinks links;
    private final Function<Context, String> memberOf;

    BlobRoutes(BlobShelf shelf, BlobLinks links, Function<Context, String> memberOf) {
        this.shelf = shelf;
        this.links = links;
        this.memberOf = memberOf;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.post("/api/v1/blobs", this::upload);
        routes.get("/api/v1/blobs/{sha256}", this::download);
    }

    private void upload(Context ctx) throws IOException {
        try {
            receive(ctx);
        } catch (ProblemException e) {
            ctx.req().getInputStream().skip(REFUSED_BYTES_READ);
            throw e;
        }
    }

    private void receive(Context ctx) throws IOException {
        String member = memberOf.apply(ctx);
        String name = Optional.ofNullable(ctx.queryParam("name")).orElse("");
        Limit limit = BlobIntake.typeOf(name).limit();
        long length = ctx.req().getContentLengthLong();
        if (length < 0) {
            throw new ProblemException(ProblemCode.REQUEST_INVALID, "an upload needs a Content-Length");
        }
        if (limit.isPassedBy(length)) {
            throw BlobIntake.tooLarge(name, limit);
        }
        Json.reply(ctx, 201, shelf.put(member, name, ctx.req().getInputStream()));
    }

    private void download(Context ctx) throws IOException {
        String sha256 = ctx.pathParam("sha256");
        boolean good = links.redeem(sha256, parameter(ctx, "lease"), expires(ctx), parameter(ctx, "signature"));
        if (!good) {
            throw new ProblemException(ProblemCode.FORBIDDEN, "the link is forged, used or expired");
        }
        Path file = shelf.fileOf(sha256);
        if (!Files.exists(file)) {
            throw new ProblemException(ProblemCode.FILE_NOT_FOUND, "the file is no longer here");
        }
        ctx.contentType("application/octet-stream");
        ctx.res().setContentLengthLong(Files.size(file));
        Files.copy(file, ctx.res().getOutputStream());
    }

    private static String parameter(Context ctx, String name) {
        return Optional.ofNullable(ctx.queryParam(name)).orElse("");
    }

    private static long expires(Context ctx) {
        try {
            return Long.parseLong(parameter(ctx, "expires"));
        } catch (NumberFormatException e) {
            throw new ProblemException(ProblemCode.FORBIDDEN, "the link is forged, used or expired");
        }
    }
}
