/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ops;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/**
 * Somebody in the middle, whose certificate clients believe: TLS to the client, TLS to the orchestrator, and between them everything is open to
 * be read and changed.
 */
final class Relay implements AutoCloseable {

    private static final int CHUNK_BYTES = 16 * 1024;

    private final SSLServerSocket door;
    private final SelfSigned server;
    private final int serverPort;
    private final UnaryOperator<String> lie;
    private final ExecutorService pumps = Executors.newVirtualThreadPerTaskExecutor();

    /**
     * @param own what it shows to clients
     * @param lie what it makes of what the orchestrator says; keeps the length
     */
    Relay(SelfSigned own, SelfSigned server, int serverPort, UnaryOperator<String> lie) throws Exception {
        this.server = server;
        this.serverPort = serverPort;
        this.lie = lie;
        this.door = (SSLServerSocket)
                own.server().getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        pumps.execute(this::accept);
    }

    /** Passes on everything as it is. */
    static UnaryOperator<String> faithful() {
        return UnaryOperator.identity();
    }

    /** Says that the orchestrator binds nothing. */
    static UnaryOperator<String> hidingTheBinding() {
        return said -> said.replace("\"binding\":\"tls-exporter\"", "\"binding\":\"none\"        ");
    }

    int port() {
        return door.getLocalPort();
    }

    private void accept() {
        try {
            while (true) {
                SSLSocket client = (SSLSocket) door.accept();
                SSLSocket onward =
                        (SSLSocket) server.client().getSocketFactory().createSocket("127.0.0.1", serverPort);
                pumps.execute(() -> pump(client, onward, faithful()));
                pumps.execute(() -> pump(onward, client, lie));
            }
        } catch (IOException | GeneralSecurityException e) {
            // closed
        }
    }

    private static void pump(SSLSocket from, SSLSocket to, UnaryOperator<String> change) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] chunk = new byte[CHUNK_BYTES];
            for (int length = in.read(chunk); length >= 0; length = in.read(chunk)) {
                String said = new String(chunk, 0, length, StandardCharsets.ISO_8859_1);
                out.write(change.apply(said).getBytes(StandardCharsets.ISO_8859_1));
                out.flush();
            }
        } catch (IOException e) {
            // one of them has gone, and the other goes now
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        pumps.shutdownNow();
    }
}
