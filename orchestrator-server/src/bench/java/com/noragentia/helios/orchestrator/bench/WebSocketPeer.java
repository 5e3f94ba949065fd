/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.bench;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** The client's side of a WebSocket (RFC 6455), as far as a worker needs it: whole text frames, masked, and pongs. */
abstract class WebSocketPeer extends Peer {

    private static final int OPCODE_TEXT = 1;
    private static final int OPCODE_CLOSE = 8;
    private static final int OPCODE_PING = 9;
    private static final int OPCODE_PONG = 10;
    private static final int FINAL = 0x80;
    private static final int MASKED = 0x80;
    private static final int LENGTH_IN_TWO_BYTES = 126;
    private static final int LENGTH_IN_EIGHT_BYTES = 127;
    private static final int LARGEST_HEADER_BYTES = 14;
    private static final int MASK = 0x5f3a91c7;
    private static final byte[] END_OF_HEAD = {'\r', '\n', '\r', '\n'};

    private final String path;
    private final String host;
    private boolean upgraded;
    private String farewell = "none";

    WebSocketPeer(String host, String path) {
        this.host = host;
        this.path = path;
    }

    /** The handshake is over. */
    abstract void opened();

    abstract void heard(String text);

    /** Why the server closed the connection. */
    final String farewell() {
        return farewell;
    }

    @Override
    final void connected() {
        byte[] request = ("GET " + path + " HTTP/1.1\r\nHost: " + host
                        + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13"
                        + "\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        room(request.length).put(request);
    }

    @Override
    final void received(ByteBuffer bytes) {
        if (!upgraded && !upgrade(bytes)) {
            return;
        }
        while (isOpen() && frame(bytes)) {
            // the next one may be here already
        }
    }

    private boolean upgrade(ByteBuffer bytes) {
        int head = Bytes.indexOf(bytes, END_OF_HEAD);
        if (head < 0) {
            return false;
        }
        String status = Bytes.text(bytes, bytes.position(), 12);
        if (!status.equals("HTTP/1.1 101")) {
            throw new IllegalStateException("no WebSocket: " + status);
        }
        bytes.position(head + END_OF_HEAD.length);
        upgraded = true;
        opened();
        return true;
    }

    private boolean frame(ByteBuffer bytes) {
        if (bytes.remaining() < 2) {
            return false;
        }
        int start = bytes.position();
        int first = bytes.get();
        long length = bytes.get() & 0x7f;
        int more = length == LENGTH_IN_TWO_BYTES ? 2 : length == LENGTH_IN_EIGHT_BYTES ? 8 : 0;
        if (bytes.remaining() < more) {
            bytes.position(start);
            return false;
        }
        if (more > 0) {
            length = more == 2 ? bytes.getShort() & 0xffff : bytes.getLong();
        }
        if (bytes.remaining() < length) {
            bytes.position(start);
            return false;
        }
        int from = bytes.position();
        bytes.position(from + (int) length);
        take(first, bytes, from, (int) length);
        return true;
    }

    private void take(int first, ByteBuffer bytes, int from, int length) {
        switch (first & 0x0f) {
            case OPCODE_TEXT -> {
                if ((first & FINAL) == 0) {
                    throw new IllegalStateException("a frame in fragments");
                }
                heard(Bytes.text(bytes, from, length));
            }
            case OPCODE_PING -> send(OPCODE_PONG, Bytes.copy(bytes, from, length));
            case OPCODE_CLOSE -> {
                farewell = length < 2 ? "no reason" : Bytes.text(bytes, from + 2, length - 2);
                hangUp();
            }
            case OPCODE_PONG -> {}
            default -> throw new IllegalStateException("opcode " + (first & 0x0f));
        }
    }

    final void say(String text) {
        send(OPCODE_TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Asks for the end (status 1000); the connection goes when the server has answered. */
    final void sayGoodbye() {
        send(OPCODE_CLOSE, new byte[] {0x03, (byte) 0xe8});
    }

    private void send(int opcode, byte[] payload) {
        ByteBuffer out = room(payload.length + LARGEST_HEADER_BYTES);
        out.put((byte) (FINAL | opcode));
        if (payload.length < LENGTH_IN_TWO_BYTES) {
            out.put((byte) (MASKED | payload.length));
        } else if (payload.length <= 0xffff) {
            out.put((byte) (MASKED | LENGTH_IN_TWO_BYTES)).putShort((short) payload.length);
        } else {
            out.put((byte) (MASKED | LENGTH_IN_EIGHT_BYTES)).putLong(payload.length);
        }
        out.putInt(MASK);
        for (int i = 0; i < payload.length; i++) {
            out.put((byte) (payload[i] ^ (MASK >>> (24 - 8 * (i & 3)))));
        }
    }
}
