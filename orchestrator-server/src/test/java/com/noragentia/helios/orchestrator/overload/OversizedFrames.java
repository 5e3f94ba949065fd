/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.overload;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A hundred worker connections a second, from as many addresses, that each announce a frame of a terabyte and begin to send it. */
final class OversizedFrames implements Attack {

    private static final long ANNOUNCED_BYTES = 1L << 40;
    private static final int SENT_BYTES = 256 * 1024;
    private static final int PER_SECOND = 100;

    private final URI target;
    private final ScheduledExecutorService pace = Executors.newSingleThreadScheduledExecutor();
    private final AtomicInteger sent = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();

    OversizedFrames(URI target) {
        this.target = target;
    }

    @Override
    public void begin() {
        var unused = pace.scheduleAtFixedRate(
                () -> Thread.ofVirtual().start(this::attack), 0, 1_000 / PER_SECOND, TimeUnit.MILLISECONDS);
    }

    private void attack() {
        int number = sent.incrementAndGet();
        try (Socket socket = new Socket(target.getHost(), target.getPort())) {
            socket.setSoTimeout(5_000);
            OutputStream out = socket.getOutputStream();
            out.write(("GET /api/v1/worker HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                            + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n"
                            + "X-Forwarded-For: 198.51.100." + number % 250 + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            ByteBuffer frame = ByteBuffer.allocate(14 + SENT_BYTES);
            frame.put((byte) 0x81).put((byte) 0xFF).putLong(ANNOUNCED_BYTES);
            out.write(frame.array());
            InputStream in = socket.getInputStream();
            while (in.read() >= 0) {
                // reads on until it is hung up on
            }
            refused.incrementAndGet();
        } catch (IOException e) {
            refused.incrementAndGet();
        }
    }

    @Override
    public String figures() {
        return sent + " frames announced, " + refused + " hung up on";
    }

    @Override
    public void close() {
        pace.shutdownNow();
    }
}
