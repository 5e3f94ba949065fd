/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract.sound;

import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioFormat.Encoding;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/** A WAV file: whole numbers of 8 to 32 bits, floats, and the logarithmic forms of telephones, by the JDK's own reader. */
final class WavRecording {

    private static final int FRAMES_AT_ONCE = 8_192;

    /** Programs that do not know how long a recording will be claim two or four gigabytes. */
    private static final long UNKNOWN_BYTES = 0x7FFF_0000L;

    private WavRecording() {}

    /**
     * Gives the recording to {@code out}, and says whether the file breaks off: its header tells of more.
     *
     * @throws ProblemException if its samples are packed in a way that is not read
     */
    static boolean play(Path file, FrameSink out) throws IOException {
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
                AudioInputStream stored = AudioSystem.getAudioInputStream(bytes);
                AudioInputStream floats = floats(stored)) {
            AudioFormat format = floats.getFormat();
            out.begin(Math.round(format.getSampleRate()), format.getChannels());
            byte[] some = new byte[FRAMES_AT_ONCE * format.getFrameSize()];
            FloatBuffer view =
                    ByteBuffer.wrap(some).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
            float[] samples = new float[view.capacity()];
            long frames = 0;
            for (int read = floats.readNBytes(some, 0, some.length);
                    read > 0;
                    read = floats.readNBytes(some, 0, some.length)) {
                view.get(0, samples);
                out.take(samples, read / format.getFrameSize());
                frames += read / format.getFrameSize();
            }
            out.end();
            long said = stored.getFrameLength();
            return said > frames && said * stored.getFormat().getFrameSize() < UNKNOWN_BYTES;
        } catch (UnsupportedAudioFileException | IllegalArgumentException e) {
            if (WavHead.of(file).isOfKnownForm()) {
                throw new IOException("not a sound WAV file", e);
            }
            throw new ProblemException(ProblemCode.FILE_TYPE_UNSUPPORTED, "not a form of WAV that is read");
        }
    }

    private static AudioInputStream floats(AudioInputStream stored) {
        AudioFormat format = stored.getFormat();
        boolean logarithmic = format.getEncoding().equals(Encoding.ALAW)
                || format.getEncoding().equals(Encoding.ULAW);
        AudioInputStream linear = logarithmic ? AudioSystem.getAudioInputStream(Encoding.PCM_SIGNED, stored) : stored;
        return AudioSystem.getAudioInputStream(
                new AudioFormat(
                        Encoding.PCM_FLOAT,
                        format.getSampleRate(),
                        Float.SIZE,
                        format.getChannels(),
                        Float.BYTES * format.getChannels(),
                        format.getSampleRate(),
                        false),
                linear);
    }
}
