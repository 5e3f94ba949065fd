/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.connection;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import okhttp3.ConnectionSpec;
import okhttp3.OkHttpClient;

/** HTTP clients with the time limits of the house. */
public final class HttpClients {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    /** Longer than the orchestrator's pauses between signs of life on a stream of events. */
    private static final Duration SILENCE = Duration.ofSeconds(60);

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]", "::1");

    private HttpClients() {}

    /** A client for one orchestrator. For a plain {@code http} address it spends no time on certificates. */
    public static OkHttpClient of(URI address) {
        OkHttpClient.Builder builder = new OkHttpClient.Builder()
                .connectTimeout(CONNECT)
                .readTimeout(SILENCE)
                .writeTimeout(SILENCE)
                .followRedirects(false)
                .addNetworkInterceptor(new LateBodies(TlsExporter.ofThisJava()));
        if ("http".equals(address.getScheme())) {
            builder.connectionSpecs(List.of(ConnectionSpec.CLEARTEXT));
        }
        return builder.build();
    }

    /** Whether an address means this very computer. */
    public static boolean isLoopback(URI address) {
        return address.getHost() != null && LOOPBACK.contains(address.getHost());
    }

    /** Ends a client's threads and connections. */
    public static void close(OkHttpClient client) {
        client.dispatcher().cancelAll();
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }
}
