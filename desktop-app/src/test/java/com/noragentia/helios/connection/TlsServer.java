/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.connection;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import mockwebserver3.MockWebServer;
import okhttp3.OkHttpClient;

/** A real HTTPS server that can say what its last connection exports, and clients that believe its certificate. */
public final class TlsServer implements AutoCloseable {

    private static final String PASSWORD = "changeit";

    public final MockWebServer http = new MockWebServer();
    private final LastSockets sockets;
    private final SSLContext client;
    private final X509TrustManager trust;

    public TlsServer(Path folder) throws Exception {
        KeyStore keys = keys(folder.resolve("tls.p12"));
        KeyManagerFactory own = KeyManagerFactory.getInstance("PKIX");
        own.init(keys, PASSWORD.toCharArray());
        SSLContext server = SSLContext.getInstance("TLS");
        server.init(own.getKeyManagers(), null, null);
        sockets = new LastSockets(server.getSocketFactory());
        http.useHttps(sockets);
        http.start(InetAddress.getLoopbackAddress(), 0);
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("server", keys.getCertificate("server"));
        TrustManagerFactory trusting = TrustManagerFactory.getInstance("PKIX");
        trusting.init(trusted);
        TrustManager[] managers = trusting.getTrustManagers();
        trust = (X509TrustManager) managers[0];
        client = SSLContext.getInstance("TLS");
        client.init(null, managers, null);
    }

    private static KeyStore keys(Path file) throws Exception {
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        Process made = new ProcessBuilder(
                        keytool,
                        "-genkeypair",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        PASSWORD,
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost,ip:127.0.0.1")
                .redirectErrorStream(true)
                .start();
        String said = new String(made.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (made.waitFor() != 0) {
            throw new IOException(said);
        }
        return KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
    }

    public URI address() {
        return URI.create("https://127.0.0.1:" + http.getPort());
    }

    /** As the program makes it, but believing this server. */
    public OkHttpClient client() {
        return HttpClients.of(address())
                .newBuilder()
                .sslSocketFactory(client.getSocketFactory(), trust)
                .build();
    }

    /** What the connection exports that was made last. */
    public byte[] exporter() {
        Optional<byte[]> value =
                sockets.last().map(TlsExporter.ofThisJava()::channel).flatMap(Channel::exporter);
        return value.orElseThrow();
    }

    @Override
    public void close() {
        http.close();
    }
}
