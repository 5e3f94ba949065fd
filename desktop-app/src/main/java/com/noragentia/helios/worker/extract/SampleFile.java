/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract;

import com.noragentia.helios.protocol.api.Limit;
import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.worker.extract.sound.SampleSink;
import com.noragentia.helios.worker.extract.sound.Sound;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;

/** Writes sound to a {@link ResultFile} as it comes, up to the longest that is accepted. Not thread-safe. */
final class SampleFile implements SampleSink, AutoCloseable {

    static final int MOST_SAMPLES = Limit.AUDIO_SECONDS.intValue() * Sound.RATE;

    private static final int BUFFER_BYTES = 1 << 16;

    private final FileChannel file;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    private int count;

    private SampleFile(FileChannel file) {
        this.file = file;
    }

    static SampleFile create(ResultFile result) throws IOException {
        return new SampleFile(FileChannel.open(result.path(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
    }

    /** @throws ProblemException if the recording is over {@link Limit#AUDIO_SECONDS} */
    @Override
    public void take(float[] samples, int number) throws IOException {
        if (number > MOST_SAMPLES - count) {
            throw new ProblemException(Limit.AUDIO_SECONDS.problem(), "over " + Limit.AUDIO_SECONDS);
        }
        count += number;
        for (int i = 0; i < number; i++) {
            if (buffer.remaining() < Short.BYTES) {
                flush();
            }
            buffer.putShort((short)
                    Math.clamp(Math.round(samples[i] * -(float) Short.MIN_VALUE), Short.MIN_VALUE, Short.MAX_VALUE));
        }
    }

    /** Samples so far. */
    int count() {
        return count;
    }

    private void flush() throws IOException {
        buffer.flip();
        while (buffer.hasRemaining()) {
            file.write(buffer);
        }
        buffer.clear();
    }

    @Override
    public void close() throws IOException {
        try (file) {
            flush();
        }
    }
}
