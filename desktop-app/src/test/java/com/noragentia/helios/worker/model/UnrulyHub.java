/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.model;

import com.noragentia.helios.protocol.model.ContentRange;
import com.noragentia.helios.protocol.model.HubFile;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** A hub of models on this computer, honest but for the manners it is told to show next. */
final class UnrulyHub implements AutoCloseable {

    /** How a request is answered. */
    interface Manner {
        void answer(HttpExchange request, Content content) throws IOException;
    }

    static final class Content {
        private final byte[] bytes;
        private final String tag;

        Content(byte[] bytes, String tag) {
            this.bytes = bytes;
            this.tag = tag;
        }

        byte[] bytes() {
            return bytes;
        }

        String tag() {
            return tag;
        }
    }

    record Asked(
            String path,
            @Nullable String range,
            @Nullable String ifRange,
            @Nullable String authorization) {}

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Content> contents = new ConcurrentHashMap<>();
    private final Queue<Manner> next = new ConcurrentLinkedQueue<>();
    private final Queue<Asked> asked = new ConcurrentLinkedQueue<>();

    UnrulyHub() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Puts a file into the repository {@code o/m}, and gives its address in manifests. */
    URI put(String path, byte[] bytes, String tag) {
        HubFile file = new HubFile("o/m", "main", path);
        contents.put(file.at(address()).getPath(), new Content(bytes, tag));
        return file.address();
    }

    /** The manners of the next requests, one each. */
    UnrulyHub then(Manner... manners) {
        next.addAll(Arrays.asList(manners));
        return this;
    }

    List<Asked> asked() {
        return List.copyOf(asked);
    }

    private void answer(HttpExchange request) throws IOException {
        String path = request.getRequestURI().getPath();
        asked.add(new Asked(
                path,
                request.getRequestHeaders().getFirst("Range"),
                request.getRequestHeaders().getFirst("If-Range"),
                request.getRequestHeaders().getFirst("Authorization")));
        Content content = contents.get(path);
        Manner manner = next.poll();
        try (request) {
            if (manner != null) {
                manner.answer(request, content == null ? new Content(new byte[0], "") : content);
            } else if (content == null) {
                request.sendResponseHeaders(404, -1);
            } else {
                honest().answer(request, content);
            }
        }
    }

    static Manner honest() {
        return (request, content) -> {
            long from = from(request, content);
            head(request, content, from);
            send(request, content.bytes(), (int) from, content.bytes().length);
        };
    }

    /** Promises everything and hangs up after so many bytes. */
    static Manner cutAfter(int bytes) {
        return (request, content) -> {
            long from = from(request, content);
            head(request, content, from);
            send(request, content.bytes(), (int) from, (int) from + bytes);
        };
    }

    /** Promises everything and stands still after so many bytes. */
    static Manner stallAfter(int bytes) {
        return (request, content) -> {
            head(request, content, 0);
            send(request, content.bytes(), 0, bytes);
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
    }

    /** Ends in good order after so many bytes, having promised nothing. */
    static Manner shortAfter(int bytes) {
        return (request, content) -> {
            request.sendResponseHeaders(200, 0);
            send(request, content.bytes(), 0, bytes);
        };
    }

    static Manner ignoringRanges() {
        return (request, content) -> {
            head(request, content, 0);
            send(request, content.bytes(), 0, content.bytes().length);
        };
    }

    /** Another content under another tag, whatever was begun; honours If-Range or not. */
    static Manner changed(byte[] bytes, String tag) {
        return (request, content) -> honest().answer(request, new Content(bytes, tag));
    }

    /** Sends the part asked for, but says it is another. */
    static Manner sayingRange(String range) {
        return (request, content) -> {
            request.getResponseHeaders().set("Content-Range", range);
            request.sendResponseHeaders(206, 0);
            send(request, content.bytes(), (int) from(request, content), content.bytes().length);
        };
    }

    static Manner otherBytes() {
        return (request, content) -> {
            byte[] other = content.bytes().clone();
            other[other.length / 2] ^= 1;
            head(request, content, 0);
            send(request, other, 0, other.length);
        };
    }

    static Manner otherLength(int length) {
        return (request, content) -> {
            request.sendResponseHeaders(200, length);
            send(request, new byte[length], 0, length);
        };
    }

    static Manner endless() {
        return (request, content) -> {
            request.sendResponseHeaders(200, 0);
            OutputStream out = request.getResponseBody();
            byte[] much = new byte[1 << 16];
            while (true) {
                out.write(much); // until the reader hangs up
            }
        };
    }

    static Manner status(int code, String... headers) {
        return (request, content) -> {
            for (int i = 0; i < headers.length; i += 2) {
                request.getResponseHeaders().set(headers[i], headers[i + 1]);
            }
            request.sendResponseHeaders(code, -1);
        };
    }

    static Manner redirect(String location) {
        return status(302, "Location", location);
    }

    private static long from(HttpExchange request, Content content) {
        String range = request.getRequestHeaders().getFirst("Range");
        String ifRange = request.getRequestHeaders().getFirst("If-Range");
        boolean asks = range != null && (ifRange == null || ifRange.equals(content.tag()));
        return asks ? Long.parseLong(range.replaceAll("[^0-9]", "")) : 0;
    }

    private static void head(HttpExchange request, Content content, long from) throws IOException {
        int length = content.bytes().length;
        if (!content.tag().isEmpty()) {
            request.getResponseHeaders().set("ETag", content.tag());
        }
        if (from >= length) {
            request.getResponseHeaders().set("Content-Range", "bytes */" + length);
            request.sendResponseHeaders(416, -1);
        } else if (from > 0) {
            ContentRange range = new ContentRange(from, length - 1, OptionalLong.of(length));
            request.getResponseHeaders().set("Content-Range", range.header());
            request.sendResponseHeaders(206, length - from);
        } else {
            request.sendResponseHeaders(200, length);
        }
    }

    private static void send(HttpExchange request, byte[] bytes, int from, int to) throws IOException {
        if (from < bytes.length) {
            request.getResponseBody().write(bytes, from, Math.min(to, bytes.length) - from);
            request.getResponseBody().flush();
        }
    }

    /** Paths that were asked for. */
    List<String> paths() {
        return new ArrayList<>(asked.stream().map(Asked::path).toList());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
