/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A client socket of the {@link SelectorLoop}, on its thread. What is sent in one turn of the loop leaves in one write. */
abstract class Peer {

    private static final int FIRST_BYTES = 2_048;

    private ByteBuffer in = ByteBuffer.allocate(FIRST_BYTES);
    private ByteBuffer out = ByteBuffer.allocate(FIRST_BYTES);
    private @Nullable SocketChannel channel;
    private @Nullable SelectionKey key;
    private List<Peer> dirty = List.of();
    private boolean isDirty;
    private boolean open;

    final void bind(SocketChannel newChannel, SelectionKey newKey, List<Peer> dirtyPeers) {
        channel = newChannel;
        key = newKey;
        dirty = dirtyPeers;
    }

    /** The connection stands. */
    abstract void connected();

    /** Bytes have come; takes as many as make whole messages and leaves the rest. */
    abstract void received(ByteBuffer bytes);

    /** The connection has ended; nothing follows. */
    abstract void ended();

    final boolean isOpen() {
        return open;
    }

    final void finishConnect() throws IOException {
        if (Objects.requireNonNull(channel).finishConnect()) {
            Objects.requireNonNull(key).interestOps(SelectionKey.OP_READ);
            open = true;
            connected();
        }
    }

    final void serve(SelectionKey ready) throws IOException {
        if (ready.isConnectable()) {
            finishConnect();
        }
        if (ready.isValid() && ready.isReadable()) {
            read();
        }
        if (ready.isValid() && ready.isWritable()) {
            flush();
        }
    }

    private void read() {
        try {
            int count = Objects.requireNonNull(channel).read(in);
            if (count < 0) {
                hangUp();
                return;
            }
        } catch (IOException e) {
            hangUp();
            return;
        }
        in.flip();
        received(in);
        in.compact();
        if (!in.hasRemaining()) {
            in.flip();
            in = ByteBuffer.allocate(in.capacity() * 2).put(in);
        }
    }

    /** Room for a message, to be filled at once. */
    final ByteBuffer room(int bytes) {
        if (out.remaining() < bytes) {
            out.flip();
            out = ByteBuffer.allocate(Math.max(out.capacity() * 2, out.remaining() + bytes))
                    .put(out);
        }
        if (!isDirty) {
            isDirty = true;
            dirty.add(this);
        }
        return out;
    }

    final void flush() throws IOException {
        isDirty = false;
        if (!open) {
            return;
        }
        out.flip();
        try {
            Objects.requireNonNull(channel).write(out);
        } catch (IOException e) {
            hangUp();
            return;
        }
        boolean isAllGone = !out.hasRemaining();
        out.compact();
        Objects.requireNonNull(key)
                .interestOps(isAllGone ? SelectionKey.OP_READ : SelectionKey.OP_READ | SelectionKey.OP_WRITE);
    }

    /** Closes without a word. */
    final void hangUp() {
        if (!open) {
            return;
        }
        open = false;
        try {
            Objects.requireNonNull(channel).close();
        } catch (IOException e) {
            throw new IllegalStateException("a client socket does not close", e);
        }
        ended();
    }
}
