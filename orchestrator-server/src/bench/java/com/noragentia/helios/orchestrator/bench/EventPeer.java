/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.bench;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Follows one job's events until its last, as its member sees it. */
final class EventPeer extends Peer {

    private static final byte[] DONE = "{\"type\":\"done\"".getBytes(StandardCharsets.US_ASCII);

    private final byte[] request;
    private final Runnable whenDone;
    private boolean done;

    EventPeer(byte[] request, Runnable whenDone) {
        this.request = request;
        this.whenDone = whenDone;
    }

    @Override
    void connected() {
        room(request.length).put(request);
    }

    @Override
    void received(ByteBuffer bytes) {
        if (Bytes.indexOf(bytes, DONE) >= 0) {
            done = true;
            whenDone.run();
            hangUp();
            return;
        }
        // What has been looked through goes, but for a beginning of the mark.
        bytes.position(Math.max(bytes.position(), bytes.limit() - DONE.length));
    }

    @Override
    void ended() {
        if (!done) {
            throw new IllegalStateException("a stream of events ended before the job did");
        }
    }
}
