/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.trial;

import com.noragentia.helios.protocol.api.JobEvent;
import com.noragentia.helios.protocol.wire.JsonCodec;
import com.noragentia.helios.protocol.wire.WireException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import okhttp3.Request;

/** A stream of events over a bare socket, which can be cut between any two bytes, or left unread. */
public final class RawStream implements AutoCloseable {

    private static final int SMALL_BUFFER_BYTES = 4_096;
    private static final int MAX_BYTES = 8 * 1024 * 1024;
    private static final int PATIENCE_MILLIS = 20_000;

    private final Socket socket;
    private final InputStream input;
    private final ByteArrayOutputStream heard = new ByteArrayOutputStream();

    private RawStream(Socket socket) throws IOException {
        this.socket = socket;
        this.input = socket.getInputStream();
    }

    /** Asks in HTTP/1.0, in which a body is what comes until the end, without chunks. */
    public static RawStream open(Request request) {
        URI uri = request.url().uri();
        StringBuilder head = new StringBuilder("GET " + uri.getPath());
        head.append(uri.getQuery() == null ? "" : "?" + uri.getQuery()).append(" HTTP/1.0\r\nHost: localhost\r\n");
        request.headers().forEach(header -> head.append(header.getFirst() + ": " + header.getSecond() + "\r\n"));
        try {
            Socket socket = new Socket();
            socket.setReceiveBufferSize(SMALL_BUFFER_BYTES);
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.connect(new InetSocketAddress(uri.getHost(), uri.getPort()));
            socket.getOutputStream().write(head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII));
            RawStream stream = new RawStream(socket);
            stream.passHead();
            return stream;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void passHead() throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = input.read();
            if (next < 0) {
                throw new IOException("no whole head: " + head);
            }
            head.append((char) next);
        }
        if (!head.toString().startsWith("HTTP/1.1 200")) {
            throw new AssertionError(head);
        }
    }

    /** Reads this many bytes more, or fewer at the end of the stream. */
    public RawStream read(int bytes) {
        try {
            heard.write(input.readNBytes(bytes));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The events that have come whole. */
    public List<EventReader.Numbered> events() {
        String text = heard.toString(StandardCharsets.UTF_8);
        List<EventReader.Numbered> events = new ArrayList<>();
        for (String block : text.substring(0, text.lastIndexOf("\n\n") + 1).split("\n\n")) {
            if (block.startsWith("id: ")) {
                events.add(event(block.strip().split("\n")));
            }
        }
        return events;
    }

    private static EventReader.Numbered event(String[] lines) {
        try {
            return new EventReader.Numbered(
                    Long.parseLong(lines[0].substring("id: ".length())),
                    JsonCodec.decode(lines[1].substring("data: ".length()), JobEvent.class, MAX_BYTES));
        } catch (WireException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
