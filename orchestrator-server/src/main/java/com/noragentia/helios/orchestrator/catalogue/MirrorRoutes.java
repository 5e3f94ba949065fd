/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.catalogue;

import com.noragentia.helios.orchestrator.edge.Json;
import com.noragentia.helios.orchestrator.edge.Routes;
import com.noragentia.helios.protocol.api.ModelsOnOffer;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.protocol.model.ContentRange;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.OptionalLong;
import java.util.function.Function;

/** The signed manifests, for anybody; and the files they name, for enrolled devices: whole, or from any byte on. */
final class MirrorRoutes implements Routes {

    private static final int BUFFER_BYTES = 1 << 16;

    private final PinnedFolder folder;
    private final Function<Context, String> deviceOf;
    private final Catalogue catalogue;
    private final MirrorSeats seats = new MirrorSeats();

    MirrorRoutes(Catalogue catalogue, PinnedFolder folder, Function<Context, String> deviceOf) {
        this.folder = folder;
        this.deviceOf = deviceOf;
        this.catalogue = catalogue;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/api/v1/models", ctx -> Json.reply(ctx, 200, offer()));
        routes.get("/api/v1/models/files/{sha256}", this::download);
    }

    private ModelsOnOffer offer() {
        return new ModelsOnOffer(
                catalogue.models().stream().map(OfferedModel::signed).toList());
    }

    private void download(Context ctx) throws IOException {
        String device = deviceOf.apply(ctx);
        String sha256 = ctx.pathParam("sha256");
        long length = catalogue
                .bytesOf(sha256)
                .orElseThrow(
                        () -> new ProblemException(ProblemCode.FILE_NOT_FOUND, "no signed manifest names this file"));
        Path file = folder.fileOf(sha256);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) != length) {
            throw new ProblemException(ProblemCode.FILE_NOT_FOUND, "the mirror does not hold this file");
        }
        if (!seats.take(device)) {
            throw new ProblemException(ProblemCode.RATE_LIMITED, "too many downloads at a time");
        }
        try {
            send(ctx, file, "\"" + sha256 + "\"", length);
        } finally {
            seats.giveBack(device);
        }
    }

    private static void send(Context ctx, Path file, String tag, long length) throws IOException {
        ctx.header("ETag", tag).header("Accept-Ranges", "bytes").header("Cache-Control", "private, immutable");
        ctx.contentType("application/octet-stream");
        if (tag.equals(ctx.header("If-None-Match"))) {
            ctx.status(304);
            return;
        }
        String condition = ctx.header("If-Range");
        boolean holds = condition == null || condition.equals(tag);
        switch (ByteRange.of(holds ? ctx.header("Range") : null, length)) {
            case ByteRange.Whole _ -> copy(ctx, file, 0, length);
            case ByteRange.Part part -> {
                ContentRange range = new ContentRange(part.first(), part.last(), OptionalLong.of(length));
                ctx.status(206).header("Content-Range", range.header());
                copy(ctx, file, part.first(), part.bytes());
            }
            case ByteRange.Unsatisfiable _ ->
                ctx.status(416).header("Content-Range", "bytes */" + length).result("");
        }
    }

    private static void copy(Context ctx, Path file, long from, long bytes) throws IOException {
        ctx.res().setContentLengthLong(bytes);
        OutputStream out = ctx.res().getOutputStream();
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
        try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
            in.position(from);
            for (long left = bytes; left > 0; ) {
                buffer.clear().limit((int) Math.min(BUFFER_BYTES, left));
                int read = in.read(buffer);
                if (read < 0) {
                    throw new IOException("a file of the mirror became shorter");
                }
                out.write(buffer.array(), 0, read);
                left -= read;
            }
        }
    }
}
