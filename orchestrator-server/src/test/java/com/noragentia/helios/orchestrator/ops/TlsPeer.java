/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ops;

import com.noragentia.helios.orchestrator.trial.Reply;
import com.noragentia.helios.protocol.wire.JsonCodec;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.Locale;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/** A client that speaks HTTP over one TLS connection, and can say what that connection exports. */
final class TlsPeer implements AutoCloseable {

    /** What a server of tests shows, and who trusts it. */
    record Identity(TlsFiles files, KeyStore trusted) {

        static Identity make(Path folder) throws Exception {
            Path store = folder.resolve("tls.p12");
            String keytool =
                    Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
            Process made = new ProcessBuilder(
                            keytool,
                            "-genkeypair",
                            "-keystore",
                            store.toString(),
                            "-storepass",
                            "changeit",
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
            KeyStore keys = KeyStore.getInstance(store.toFile(), "changeit".toCharArray());
            Path certificate = pem(
                    folder.resolve("certificate.pem"),
                    "CERTIFICATE",
                    keys.getCertificate("server").getEncoded());
            Path key = pem(
                    folder.resolve("key.pem"),
                    "PRIVATE KEY",
                    keys.getKey("server", "changeit".toCharArray()).getEncoded());
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            trusted.setCertificateEntry("server", keys.getCertificate("server"));
            return new Identity(new TlsFiles(certificate, key), trusted);
        }

        private static Path pem(Path file, String kind, byte[] content) throws IOException {
            String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
            return Files.writeString(file, "-----BEGIN " + kind + "-----\n" + lines + "\n-----END " + kind + "-----\n");
        }
    }

    private final SSLSocket socket;

    private TlsPeer(SSLSocket socket) {
        this.socket = socket;
    }

    static TlsPeer connect(int port, Identity identity) throws GeneralSecurityException, IOException {
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(identity.trusted());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket("127.0.0.1", port);
        socket.startHandshake();
        return new TlsPeer(socket);
    }

    byte[] exporter() throws SSLException {
        return ((ExtendedSSLSession) socket.getSession())
                .exportKeyingMaterialData("EXPORTER-Channel-Binding", new byte[0], 32);
    }

    Reply post(String path, Object body) throws IOException {
        byte[] json = JsonCodec.encode(body);
        String head = "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + json.length + "\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().write(json);
        socket.getOutputStream().flush();
        String replyHead = readHead(socket.getInputStream());
        int length = Integer.parseInt(header(replyHead, "content-length"));
        String content = new String(socket.getInputStream().readNBytes(length), StandardCharsets.UTF_8);
        return new Reply(Integer.parseInt(replyHead.substring(9, 12)), header(replyHead, "content-type"), content);
    }

    private static String readHead(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("the server hung up");
            }
            head.write(next);
        }
        return head.toString(StandardCharsets.US_ASCII);
    }

    private static String header(String head, String name) {
        return head.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ":"))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
