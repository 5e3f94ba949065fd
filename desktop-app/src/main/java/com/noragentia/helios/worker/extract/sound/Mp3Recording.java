/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract.sound;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javazoom.jl.decoder.Bitstream;
import javazoom.jl.decoder.BitstreamException;
import javazoom.jl.decoder.DecoderException;
import javazoom.jl.decoder.Header;
import javazoom.jl.decoder.SampleBuffer;

/** An MP3 file, by JLayer: frames that make no sense are passed over, as players do. Not thread-safe. */
final class Mp3Recording {

    /** With more broken frames than good ones, and so many, it is no recording. */
    private static final int BROKEN_FRAMES = 64;

    /** What JLayer makes of full scale. */
    private static final float FULL_SCALE = 32_700;

    private static final float HALF = 0.5f;

    private static final int TITLES_BYTES = 128;

    private final MendedDecoder decoder = new MendedDecoder();
    private final FrameSink out;
    private final EncoderGap gap;

    private int rate;
    private int channels;
    private float[] frame = new float[0];
    private long position;
    private int good;
    private int broken;

    private Mp3Recording(EncoderGap gap, FrameSink out) {
        this.gap = gap;
        this.out = out;
    }

    /**
     * Gives what can be heard to {@code out}, and says whether the file breaks off: by what its first frame tells that there was, within its last, or
     * where it goes on in another form, of which nothing is heard.
     */
    static boolean play(Path file, FrameSink out) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        int end = endOfSound(bytes);
        FrameChain chain = FrameChain.of(bytes, EncoderGap.startOfSound(bytes), end);
        EncoderGap gap = EncoderGap.in(bytes).among(chain.frames());
        new Mp3Recording(gap, out).play(new Bitstream(new ByteArrayInputStream(bytes, 0, end)));
        return gap.isCut(bytes, end) || chain.isCut() || chain.changesForm();
    }

    /** JLayer takes the titles at the end of a file for a frame, and drops the one before it. */
    private static int endOfSound(byte[] bytes) {
        int titles = bytes.length - TITLES_BYTES;
        return titles > 0 && bytes[titles] == 'T' && bytes[titles + 1] == 'A' && bytes[titles + 2] == 'G'
                ? titles
                : bytes.length;
    }

    private void play(Bitstream stream) throws IOException {
        try {
            for (Header header = stream.readFrame(); header != null; header = stream.readFrame()) {
                decode(header, stream);
                stream.closeFrame();
            }
        } catch (BitstreamException e) {
            // What was heard before the file broke off is worth having.
            broken++;
        }
        if (good == 0) {
            throw new IOException("no frame of sound");
        }
        out.end();
    }

    private void decode(Header header, Bitstream stream) throws IOException {
        SampleBuffer sound;
        try {
            sound = (SampleBuffer) decoder.decodeFrame(header, stream);
            good++;
        } catch (DecoderException | RuntimeException e) {
            broken++;
            if (broken > BROKEN_FRAMES && broken > good) {
                throw new IOException("more broken frames than others", e);
            }
            return;
        }
        take(sound);
    }

    private void take(SampleBuffer sound) throws IOException {
        if (good == 1) {
            rate = sound.getSampleFrequency();
            channels = sound.getChannelCount();
            out.begin(rate, channels);
        } else if (sound.getSampleFrequency() != rate || sound.getChannelCount() != channels) {
            broken++;
            return;
        }
        int frames = sound.getBufferLength() / channels;
        int from = Math.clamp(gap.start() - position, 0, frames);
        int to = Math.clamp(gap.end() - position, from, frames);
        position += frames;
        if (frame.length < sound.getBufferLength()) {
            frame = new float[sound.getBufferLength()];
        }
        for (int i = from * channels; i < to * channels; i++) {
            frame[i - from * channels] = level(sound.getBuffer()[i]);
        }
        out.take(frame, to - from);
    }

    /** JLayer cuts off what is less than a whole: half of that is right on average. */
    private static float level(short sample) {
        return (sample + Integer.signum(sample) * HALF) / FULL_SCALE;
    }
}
