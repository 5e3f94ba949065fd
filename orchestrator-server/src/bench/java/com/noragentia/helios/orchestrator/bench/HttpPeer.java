/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.bench;

import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** A kept-alive HTTP/1.1 connection (RFC 9112) with one request under way at a time. */
final class HttpPeer extends Peer {

    /** What came back. */
    record Reply(int status, String body) {}

    private static final byte[] END_OF_HEAD = {'\r', '\n', '\r', '\n'};
    private static final String LENGTH = "content-length:";

    private final Consumer<HttpPeer> idle;
    private final Runnable gone;
    private final BiConsumer<byte[], Consumer<Reply>> again;
    private byte[] asked = {};
    private Consumer<Reply> waiting = _ -> {};
    private boolean isWaiting;

    /**
     * Makes one.
     *
     * @param idle is told when it is free
     * @param gone is told when it has ended
     * @param again takes a request that met a connection which the server was about to give up
     */
    HttpPeer(Consumer<HttpPeer> idle, Runnable gone, BiConsumer<byte[], Consumer<Reply>> again) {
        this.idle = idle;
        this.gone = gone;
        this.again = again;
    }

    void ask(byte[] request, Consumer<Reply> whenAnswered) {
        waiting = whenAnswered;
        asked = request;
        isWaiting = true;
        room(request.length).put(request);
    }

    @Override
    void connected() {
        idle.accept(this);
    }

    @Override
    void received(ByteBuffer bytes) {
        int headEnd = Bytes.indexOf(bytes, END_OF_HEAD);
        if (headEnd < 0) {
            return;
        }
        int bodyStart = headEnd + END_OF_HEAD.length;
        String head = Bytes.text(bytes, bytes.position(), headEnd - bytes.position());
        int length = length(head);
        if (bytes.limit() < bodyStart + length) {
            return;
        }
        String body = Bytes.text(bytes, bodyStart, length);
        bytes.position(bodyStart + length);
        Consumer<Reply> heard = waiting;
        isWaiting = false;
        heard.accept(new Reply(Integer.parseInt(head.substring(9, 12)), body));
        idle.accept(this);
    }

    private static int length(String head) {
        int at = head.toLowerCase(Locale.ROOT).indexOf(LENGTH);
        if (at < 0) {
            throw new IllegalStateException("a reply without a length: " + head);
        }
        int end = head.indexOf('\r', at);
        return Integer.parseInt(head.substring(at + LENGTH.length(), end < 0 ? head.length() : end)
                .strip());
    }

    @Override
    void ended() {
        gone.run();
        if (isWaiting) {
            again.accept(asked, waiting);
        }
    }
}
