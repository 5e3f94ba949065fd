/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.catalogue;

import com.noragentia.helios.orchestrator.catalogue.PinFailure.Kind;
import com.noragentia.helios.protocol.model.ContentRange;
import com.noragentia.helios.protocol.model.HubFile;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Downloads one file from a hub into a part, on from where an earlier try broke off as long as it is the same file. For one thread. */
final class HubDownload implements AutoCloseable {

    /** The largest model of the production set has 1.8 GB. */
    static final long MAX_FILE_BYTES = 16_000_000_000L;

    /** In a row, without a byte of progress. */
    static final int MAX_FAILURES = 4;

    private static final Duration CONNECT = Duration.ofSeconds(15);
    private static final Duration ANSWER = Duration.ofSeconds(60);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final int BUFFER_BYTES = 1 << 16;
    private static final long BYTES_PER_GIGABYTE = 1_000_000_000;

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final URI hub;
    private final Pause pause;
    private final FreeSpace space;

    /** Hears how many bytes have come, and how many there will be. */
    interface Told {
        void at(long done, long total);
    }

    /** What is known of a file that came whole. */
    record Fetched(Optional<String> commit, Optional<String> linkedHash) {}

    /** @param space of which nothing is taken that the length told by the hub does not fit in */
    HubDownload(URI hub, Pause pause, FreeSpace space) {
        this.space = space;
        this.hub = hub;
        this.pause = pause;
    }

    /** Completes a part. */
    Fetched fetch(HubFile file, Path part, Told progress) throws PinFailure, IOException, InterruptedException {
        int failures = 0;
        while (true) {
            long before = length(part);
            try {
                return attempt(file, part, progress);
            } catch (IOException e) {
                failures = length(part) > before ? 1 : failures + 1;
                if (failures >= MAX_FAILURES) {
                    throw new PinFailure(
                            Kind.UNREACHABLE, file.path(), e.getClass().getSimpleName());
                }
                pause.rest(FIRST_PAUSE.multipliedBy(1L << failures));
            }
        }
    }

    private Fetched attempt(HubFile file, Path part, Told progress)
            throws PinFailure, IOException, InterruptedException {
        String tag = tagOf(part);
        long begun = tag.isEmpty() ? 0 : length(part);
        HubAnswer answer = ask(file, begun, tag);
        try (InputStream content = answer.response().body()) {
            boolean goesOn = answer.status() == 206
                    && answer.range().map(ContentRange::first).equals(Optional.of(begun))
                    && answer.tag().equals(tag);
            if (answer.status() == 416 || (answer.status() == 206 && !goesOn)) {
                forget(part);
                if (begun > 0) {
                    throw new EOFException("begun with another file");
                }
            }
            if (answer.status() != 200 && !goesOn) {
                throw refused(file, answer.status());
            }
            long whole = answer.whole().orElseThrow(() -> new PinFailure(Kind.NOT_OFFERED, file.path(), "?"));
            if (whole > MAX_FILE_BYTES) {
                throw new PinFailure(Kind.TOO_LARGE, file.path(), MAX_FILE_BYTES / BYTES_PER_GIGABYTE);
            }
            space.require(Objects.requireNonNull(part.toAbsolutePath().getParent()), whole - (goesOn ? begun : 0));
            if (!goesOn) {
                forget(part);
                Files.writeString(tagFile(part), answer.tag(), StandardOpenOption.CREATE_NEW);
            }
            append(content, part, whole, progress);
        }
        return new Fetched(answer.commit(), answer.linkedHash());
    }

    /** A busy server is an {@link IOException}, which is tried again; any other refusal is final. */
    private static PinFailure refused(HubFile file, int status) throws IOException {
        if (status == 408 || status == 429 || status >= 500) {
            throw new IOException("HTTP " + status);
        }
        return new PinFailure(Kind.NOT_OFFERED, file.path(), "HTTP " + status);
    }

    private HubAnswer ask(HubFile file, long begun, String tag) throws PinFailure, IOException, InterruptedException {
        URI origin = file.at(hub);
        if (!HubPolicy.mayBegin(origin)) {
            throw new PinFailure(Kind.NOT_OFFERED, file.path(), "https");
        }
        URI at = origin;
        @Nullable HttpHeaders first = null;
        for (int hop = 0; hop <= HubPolicy.MAX_REDIRECTS; hop++) {
            HttpResponse<InputStream> response =
                    http.send(request(at, begun, tag), HttpResponse.BodyHandlers.ofInputStream());
            first = first == null ? response.headers() : first;
            if (!isRedirect(response.statusCode())) {
                return HubAnswer.of(first, response);
            }
            response.body().close();
            URI target = target(at, response.headers()).orElse(null);
            if (target == null || !HubPolicy.mayFollow(origin, target)) {
                throw new PinFailure(Kind.NOT_OFFERED, file.path(), "HTTP " + response.statusCode());
            }
            at = target;
        }
        throw new PinFailure(Kind.NOT_OFFERED, file.path(), HubPolicy.MAX_REDIRECTS + " × HTTP 302");
    }

    private static boolean isRedirect(int status) {
        return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
    }

    private static Optional<URI> target(URI at, HttpHeaders headers) {
        try {
            return headers.firstValue("Location").map(at::resolve);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static HttpRequest request(URI address, long begun, String tag) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address).timeout(ANSWER).GET();
        request.header("Accept-Encoding", "identity");
        if (begun > 0) {
            request.header("Range", "bytes=" + begun + "-").header("If-Range", tag);
        }
        return request.build();
    }

    private static void append(InputStream content, Path part, long whole, Told progress) throws IOException {
        long length = length(part);
        byte[] buffer = new byte[BUFFER_BYTES];
        try (OutputStream out = Files.newOutputStream(
                        part, StandardOpenOption.CREATE, StandardOpenOption.APPEND, LinkOption.NOFOLLOW_LINKS);
                StallWatch watch = StallWatch.over(content)) {
            for (int read = content.read(buffer); read >= 0 && length <= whole; read = content.read(buffer)) {
                out.write(buffer, 0, read);
                length += read;
                watch.moved();
                progress.at(length, whole);
            }
        }
        if (length > whole) {
            forget(part);
            throw new IOException("more than was promised");
        }
        if (length < whole) {
            throw new EOFException();
        }
    }

    private static long length(Path part) throws IOException {
        return Files.isRegularFile(part, LinkOption.NOFOLLOW_LINKS) ? Files.size(part) : 0;
    }

    private static String tagOf(Path part) throws IOException {
        Path note = tagFile(part);
        return length(part) > 0 && Files.isRegularFile(note, LinkOption.NOFOLLOW_LINKS) ? Files.readString(note) : "";
    }

    private static Path tagFile(Path part) {
        return part.resolveSibling(part.getFileName() + ".tag");
    }

    /** Removes a part, and what was noted of it. */
    static void forget(Path part) throws IOException {
        Files.deleteIfExists(part);
        Files.deleteIfExists(tagFile(part));
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
