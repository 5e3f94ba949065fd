/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ops;

import com.noragentia.helios.orchestrator.trial.Reply;
import com.noragentia.helios.protocol.crypto.Proofs;
import com.noragentia.helios.protocol.message.FromWorker;
import com.noragentia.helios.protocol.wire.JsonCodec;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Locale;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;

/** A client that speaks HTTP over one TLS connection, and can say what that connection exports. */
final class TlsPeer implements AutoCloseable {

    private static final int FINAL_TEXT = 0x81;
    private static final int GOODBYE = 0x88;
    private static final int MASKED = 0x80;
    private static final int LENGTH_IN_TWO_BYTES = 126;

    private final SSLSocket socket;

    private TlsPeer(SSLSocket socket) {
        this.socket = socket;
    }

    static TlsPeer connect(int port, SelfSigned identity) throws GeneralSecurityException, IOException {
        SSLSocket socket = (SSLSocket) identity.client().getSocketFactory().createSocket("127.0.0.1", port);
        socket.startHandshake();
        return new TlsPeer(socket);
    }

    byte[] exporter() throws SSLException {
        return ((ExtendedSSLSession) socket.getSession())
                .exportKeyingMaterialData(Proofs.EXPORTER_LABEL, new byte[0], Proofs.EXPORTER_BYTES);
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

    /** Makes a WebSocket of the connection (RFC 6455); {@link #say} and {@link #hear} speak over it. */
    TlsPeer upgrade(String path) throws IOException {
        String head = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        String replyHead = readHead(socket.getInputStream());
        if (!replyHead.startsWith("HTTP/1.1 101")) {
            throw new IOException(replyHead);
        }
        return this;
    }

    void say(FromWorker message) throws IOException {
        byte[] text = JsonCodec.encode(message);
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.write(FINAL_TEXT);
        frame.write(MASKED | LENGTH_IN_TWO_BYTES);
        frame.write(text.length >> 8);
        frame.write(text.length);
        frame.writeBytes(new byte[4]); // a mask of zeros changes nothing
        frame.writeBytes(text);
        socket.getOutputStream().write(frame.toByteArray());
        socket.getOutputStream().flush();
    }

    /** The next text; of a goodbye its number and reason. */
    String hear() throws IOException {
        InputStream in = socket.getInputStream();
        while (true) {
            int kind = in.read();
            int length = in.read();
            if (length == LENGTH_IN_TWO_BYTES) {
                length = (in.read() << 8) | in.read();
            }
            byte[] content = in.readNBytes(length);
            if (kind == FINAL_TEXT) {
                return new String(content, StandardCharsets.UTF_8);
            }
            if (kind == GOODBYE) {
                int status = ((content[0] & 0xff) << 8) | (content[1] & 0xff);
                return status + " " + new String(content, 2, length - 2, StandardCharsets.UTF_8);
            }
        }
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
