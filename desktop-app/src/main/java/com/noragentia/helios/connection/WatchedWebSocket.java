/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.connection;

import java.util.Objects;
import java.util.Optional;
import okhttp3.ConnectionSpec;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;

/**
 * One WebSocket of a client, and what proofs see of its connection. OkHttp asks neither network interceptors nor listeners of events about
 * WebSockets, but it shares no connection between clients with different factories of sockets: so the last one made is that of this
 * WebSocket. Were it not, the proof would be refused. Thread-safe.
 */
public final class WatchedWebSocket {

    private final OkHttpClient http;
    private final TlsExporter exporter;
    private final Optional<LastSockets> sockets;

    private WatchedWebSocket(OkHttpClient http, TlsExporter exporter, Optional<LastSockets> sockets) {
        this.http = http;
        this.exporter = exporter;
        this.sockets = sockets;
    }

    /** One that is opened as {@code http} would open it. */
    public static WatchedWebSocket by(OkHttpClient http, TlsExporter exporter) {
        if (http.connectionSpecs().stream().noneMatch(ConnectionSpec::isTls)) {
            return new WatchedWebSocket(http, exporter, Optional.empty());
        }
        LastSockets sockets = new LastSockets(http.sslSocketFactory());
        OkHttpClient watched = http.newBuilder()
                .sslSocketFactory(sockets, Objects.requireNonNull(http.x509TrustManager()))
                .build();
        return new WatchedWebSocket(watched, exporter, Optional.of(sockets));
    }

    /** To be called once. */
    public WebSocket open(Request request, WebSocketListener listener) {
        return http.newWebSocket(request, listener);
    }

    /** Of the WebSocket that has opened. */
    public Channel channel() {
        return sockets.flatMap(LastSockets::last).map(exporter::channel).orElse(Channel.UNSEEN);
    }
}
