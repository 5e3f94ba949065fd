/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ops;

import com.noragentia.helios.orchestrator.edge.Routes;
import com.noragentia.helios.protocol.api.Limit;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** The HTTP server, on virtual threads; with TLS of its own where that is set. */
final class HttpDoor {

    /** Requests under way may take this long to end when the server stops. */
    private static final Duration REQUESTS_MAY_END = Duration.ofSeconds(3);

    private static final Duration IDLE_MAY_STAY = Duration.ofMillis(50);
    /** Each reply that is not streamed is copied through a buffer of its own, and most are short: the usual 32 KB would be most of its garbage. */
    private static final int REPLY_BUFFER_BYTES = 2 * 1024;

    private HttpDoor() {}

    /**
     * Starts one.
     *
     * @throws IOException if certificate or key of TLS cannot be used
     */
    static Javalin open(List<Routes> routes, Connections connections, Configuration configuration) throws IOException {
        Consumer<JavalinConfig> connectors = _ -> {};
        if (configuration.tls().isPresent()) {
            SslContextFactory.Server tls = TlsIdentity.of(configuration.tls().get());
            connectors =
                    config -> config.jetty.addConnector((server, http) -> connector(server, http, tls, configuration));
        }
        return with(routes, connections, connectors).start(configuration.host(), configuration.port());
    }

    /** One without TLS, before it starts. */
    static Javalin with(List<Routes> routes, Connections connections) {
        return with(routes, connections, _ -> {});
    }

    private static Javalin with(List<Routes> routes, Connections connections, Consumer<JavalinConfig> connectors) {
        return Javalin.create(config -> {
            connectors.accept(config);
            configure(config);
            config.jetty.modifyServer(connections::guard);
            routes.forEach(slice -> slice.addTo(config.routes));
        });
    }

    private static Connector connector(
            Server server, HttpConfiguration http, SslContextFactory.Server tls, Configuration configuration) {
        HttpConfiguration secured = new HttpConfiguration(http);
        // Who asks by an address instead of the certificate's name is told so by the client, not by us.
        secured.addCustomizer(new SecureRequestCustomizer(false));
        ServerConnector connector = new ServerConnector(server, tls, new HttpConnectionFactory(secured));
        connector.setHost(configuration.host());
        connector.setPort(configuration.port());
        return connector;
    }

    private static void configure(JavalinConfig config) {
        config.concurrency.useVirtualThreads = true;
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.http.prefer405over404 = true;
        config.http.maxRequestSize = Limit.REQUEST_BYTES.value();
        config.http.responseBufferSize = REPLY_BUFFER_BYTES;
        // What is worth compressing here is a stream of small events, which compression would hold back.
        config.http.compressionStrategy = CompressionStrategy.NONE;
        config.jetty.modifyServer(server -> {
            server.setStopTimeout(REQUESTS_MAY_END.toMillis());
            server.setErrorHandler(new UnreadableRequests());
        });
        config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
        config.jetty.modifyWebSocketServletFactory(factory -> {
            factory.setMaxTextMessageSize(Limit.GREETING_BYTES.value());
            factory.setMaxBinaryMessageSize(Limit.GREETING_BYTES.value());
        });
    }

    /** Lets requests under way come to their end, hangs up on connections that only idle, and stops. */
    static void close(Javalin http) {
        for (Connector connector : http.jettyServer().server().getConnectors()) {
            if (connector instanceof AbstractConnector open) {
                open.setShutdownIdleTimeout(IDLE_MAY_STAY.toMillis());
            }
        }
        http.stop();
    }
}
