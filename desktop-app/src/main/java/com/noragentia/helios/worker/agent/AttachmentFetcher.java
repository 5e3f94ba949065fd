/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.agent;

import com.noragentia.helios.protocol.api.Limit;
import com.noragentia.helios.protocol.crypto.Sha256;
import com.noragentia.helios.protocol.task.Attachment;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Brings a task's attachments from the orchestrator, and from nowhere else, and checks each byte of them. Thread-safe. */
final class AttachmentFetcher {

    private static final int BUFFER_BYTES = 64 * 1024;

    private final OkHttpClient http;
    private final URI orchestrator;

    AttachmentFetcher(OkHttpClient http, URI orchestrator) {
        this.http = http;
        this.orchestrator = orchestrator;
    }

    /**
     * Fetches one attachment into {@code folder}, under the name of its hash.
     *
     * @param links a single-use link for each blob
     * @throws FetchFailure if it does not come, or comes with another length or hash
     * @throws InterruptedException if the caller was interrupted; the connection is closed by then
     */
    Path fetch(Attachment attachment, Map<String, URI> links, Path folder) throws FetchFailure, InterruptedException {
        // The hash becomes a file name here, so it must be one.
        if (!attachment.blob().matches("[0-9a-f]{64}") || Limit.ATTACHMENT_BYTES.isPassedBy(attachment.bytes())) {
            throw new FetchFailure("not an attachment of the protocol");
        }
        Path file = folder.resolve(attachment.blob());
        Request request =
                new Request.Builder().url(address(links.get(attachment.blob()))).build();
        Call call = http.newCall(request);
        FutureTask<Path> fetching = new FutureTask<>(() -> take(call, attachment, file));
        Thread fetcher = Thread.ofVirtual().name("fetch").start(fetching);
        try {
            return fetching.get();
        } catch (InterruptedException e) {
            call.cancel(); // a read from a socket does not hear of an interruption
            fetcher.join();
            throw e;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof FetchFailure failure
                    ? failure
                    : new FetchFailure("the link broke: " + e.getCause());
        }
    }

    private static Path take(Call call, Attachment attachment, Path file) throws FetchFailure {
        try (Response response = call.execute()) {
            if (!response.isSuccessful()) {
                throw new FetchFailure("the link is answered with HTTP " + response.code());
            }
            copy(response.body().byteStream(), file, attachment);
            return file;
        } catch (IOException e) {
            throw new FetchFailure("the link broke: " + e.getClass().getSimpleName());
        }
    }

    private HttpUrl address(@Nullable URI link) throws FetchFailure {
        if (link == null) {
            throw new FetchFailure("no link for an attachment");
        }
        HttpUrl base = HttpUrl.get(orchestrator);
        HttpUrl url = base == null ? null : base.resolve(link.toString());
        if (base == null || url == null || !isSameServer(base, url)) {
            throw new FetchFailure("a link that leads away from the orchestrator");
        }
        return url;
    }

    private static boolean isSameServer(HttpUrl one, HttpUrl other) {
        return one.scheme().equals(other.scheme()) && one.host().equals(other.host()) && one.port() == other.port();
    }

    private static void copy(InputStream in, Path file, Attachment attachment) throws IOException, FetchFailure {
        MessageDigest digest = Sha256.digest();
        long bytes = 0;
        byte[] buffer = new byte[BUFFER_BYTES];
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int read = in.read(buffer); read >= 0 && bytes <= attachment.bytes(); read = in.read(buffer)) {
                out.write(buffer, 0, read);
                digest.update(buffer, 0, read);
                bytes += read;
            }
        }
        if (bytes != attachment.bytes() || !Sha256.hex(digest).equals(attachment.blob())) {
            throw new FetchFailure("an attachment is not the one that was meant");
        }
    }
}
