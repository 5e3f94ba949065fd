/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.catalogue;

import com.noragentia.helios.protocol.model.HubFile;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A hub on this computer, with the headers of the public one, and with faults on demand. */
public final class LocalHub implements AutoCloseable {

    static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";

    /** Answers one request in place of the hub. */
    interface Fault {
        void answer(HttpExchange request, byte[] content) throws IOException;
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, byte[]> contents = new ConcurrentHashMap<>();
    private final Queue<Fault> faults = new ConcurrentLinkedQueue<>();
    private final Queue<String> ranges = new ConcurrentLinkedQueue<>();
    private volatile String commit = COMMIT;

    public LocalHub() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    public LocalHub put(UnpinnedModel model, byte[] content) {
        model.files().forEach(file -> put(model.onHub(file), content));
        return this;
    }

    void put(HubFile file, byte[] content) {
        contents.put(file.at(address()).getPath(), content);
    }

    void commit(String now) {
        commit = now;
    }

    LocalHub then(Fault... next) {
        faults.addAll(List.of(next));
        return this;
    }

    /** The Range headers of all requests for content, empty where there was none. */
    List<String> ranges() {
        return List.copyOf(ranges);
    }

    private void answer(HttpExchange request) throws IOException {
        try (request) {
            String path = request.getRequestURI().getPath();
            byte[] content = contents.get(path.startsWith("/cdn") ? path.substring(4) : path);
            Fault fault = faults.poll();
            if (fault != null) {
                fault.answer(request, content == null ? new byte[0] : content);
            } else if (content == null) {
                request.sendResponseHeaders(404, -1);
            } else if (path.startsWith("/cdn")) {
                serve(request, content);
            } else {
                request.getResponseHeaders().set("X-Repo-Commit", commit);
                request.getResponseHeaders().set("Location", "/cdn" + path);
                request.sendResponseHeaders(302, -1);
            }
        }
    }

    private void serve(HttpExchange request, byte[] content) throws IOException {
        String range = request.getRequestHeaders().getFirst("Range");
        ranges.add(range == null ? "" : range);
        request.getResponseHeaders().set("ETag", "\"" + content.length + "\"");
        int from = range == null ? 0 : Integer.parseInt(range.replaceAll("[^0-9]", ""));
        if (from > 0) {
            request.getResponseHeaders()
                    .set("Content-Range", "bytes " + from + "-" + (content.length - 1) + "/" + content.length);
        }
        request.sendResponseHeaders(from > 0 ? 206 : 200, content.length - from);
        request.getResponseBody().write(content, from, content.length - from);
    }

    static Fault status(int code) {
        return (request, _) -> request.sendResponseHeaders(code, -1);
    }

    static Fault redirect(String location) {
        return (request, _) -> {
            request.getResponseHeaders().set("Location", location);
            request.sendResponseHeaders(302, -1);
        };
    }

    /** Promises everything, and hangs up half-way. */
    static Fault cutHalfWay() {
        return (request, content) -> {
            request.getResponseHeaders().set("ETag", "\"" + content.length + "\"");
            request.sendResponseHeaders(200, content.length);
            request.getResponseBody().write(content, 0, content.length / 2);
            request.getResponseBody().flush();
        };
    }

    /** Says nothing of how long it is. */
    static Fault ofUnknownLength() {
        return (request, content) -> {
            request.sendResponseHeaders(200, 0);
            request.getResponseBody().write(content);
        };
    }

    static Fault promising(long length) {
        return (request, _) -> {
            request.sendResponseHeaders(200, length);
            request.getResponseBody().write(0);
            request.getResponseBody().flush();
        };
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
