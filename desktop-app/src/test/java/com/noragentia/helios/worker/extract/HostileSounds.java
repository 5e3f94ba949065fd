/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract;

import static com.noragentia.helios.worker.extract.HostileFile.by;
import static com.noragentia.helios.worker.extract.HostileFile.harmless;
import static com.noragentia.helios.worker.extract.HostileFile.refused;

import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.task.FileType;
import com.noragentia.helios.worker.extract.sound.Sound;
import com.noragentia.helios.worker.extract.sound.Wavs;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Recordings made to hurt. */
final class HostileSounds {

    private static final FileType WAV = FileType.WAV;
    private static final FileType MP3 = FileType.MP3;
    private static final int SIZE_OF_ALL = 4;
    private static final int FORM = 20;
    private static final int CHANNELS = 22;
    private static final int RATE = 24;
    private static final int SIZE_OF_SOUND = 40;
    private static final int MOST = 0xFFFFFF7F;
    private static final int TENTH = Sound.RATE / 10;

    private HostileSounds() {}

    static List<HostileFile> files() {
        return List.of(
                refused("empty.mp3", MP3, ProblemCode.ATTACHMENT_EMPTY, "no bytes", by(() -> new byte[0])),
                refused(
                        "wav.mp3",
                        MP3,
                        ProblemCode.FILE_TYPE_MISMATCH,
                        "a WAV",
                        by(() -> Wavs.mono(8_000, new float[10]))),
                refused(
                        "silent.wav",
                        WAV,
                        ProblemCode.FILE_UNREADABLE,
                        "no sample",
                        by(() -> Wavs.mono(8_000, new float[0]))),
                refused(
                        "cut.wav",
                        WAV,
                        ProblemCode.FILE_UNREADABLE,
                        "ends in its header",
                        by(() -> Arrays.copyOf(Wavs.mono(8_000, new float[10]), 30))),
                refused(
                        "packed.wav",
                        WAV,
                        ProblemCode.FILE_TYPE_UNSUPPORTED,
                        "samples packed to four bits (IMA ADPCM)",
                        by(() -> twisted(TENTH, FORM, 0x11000100))),
                refused(
                        "half-hour.wav",
                        WAV,
                        ProblemCode.RECORDING_TOO_LONG,
                        "a second over half an hour",
                        by(() -> Wavs.mono(8_000, new float[8_000 * 1_801]))),
                refused(
                        "nothing-said-much.wav",
                        WAV,
                        ProblemCode.FILE_UNREADABLE,
                        "says 2 GB, brings no sample",
                        by(() -> twisted(0, SIZE_OF_SOUND, MOST))),
                harmless(
                        "sizes.wav",
                        WAV,
                        TENTH + " samples",
                        "says 4 GB, brings a tenth of a second",
                        by(() -> twisted(TENTH, SIZE_OF_SOUND, 0xF0FFFFFF))),
                harmless(
                        "size.wav",
                        WAV,
                        TENTH + " samples",
                        "says that the file ends before it begins",
                        by(() -> twisted(TENTH, SIZE_OF_ALL, 0))),
                refused(
                        "channels.wav",
                        WAV,
                        ProblemCode.FILE_UNREADABLE,
                        "65,535 channels",
                        by(() -> twisted(TENTH, CHANNELS, 0xFFFF803E))),
                refused(
                        "rate.wav",
                        WAV,
                        ProblemCode.FILE_TYPE_UNSUPPORTED,
                        "2,147,483,647 samples a second",
                        by(() -> twisted(TENTH, RATE, 0xFFFFFF7F))),
                refused(
                        "noise.mp3",
                        MP3,
                        ProblemCode.FILE_UNREADABLE,
                        "20 MiB of noise with the marks of frames",
                        by(HostileSounds::noise)),
                refused(
                        "titles.mp3",
                        MP3,
                        ProblemCode.FILE_UNREADABLE,
                        "5 MiB of titles and no sound",
                        by(() -> titles(5 * 1024 * 1024, new byte[] {2, 0, 0, 0}))),
                refused(
                        "titles-giant.mp3",
                        MP3,
                        ProblemCode.FILE_UNREADABLE,
                        "says 256 MiB of titles, brings 1 kB",
                        by(() -> titles(1_024, new byte[] {0x7F, 0x7F, 0x7F, 0x7F}))),
                harmless(
                        "cut.mp3",
                        MP3,
                        "4197 samples, and that it breaks off",
                        "half of a recording",
                        by(() -> Arrays.copyOf(spoken(), spoken().length / 2))),
                harmless(
                        "frames.mp3",
                        MP3,
                        "9631 samples",
                        "says 4 billion frames, brings two dozen",
                        by(HostileSounds::manyFrames)));
    }

    /** A WAV with four bytes of its header replaced. */
    private static byte[] twisted(int samples, int at, int value) {
        byte[] wav = Wavs.mono(Sound.RATE, new float[samples]);
        ByteBuffer.wrap(wav).putInt(at, value);
        return wav;
    }

    private static byte[] noise() {
        byte[] noise = new byte[20 * 1024 * 1024];
        RandomGeneratorFactory.<RandomGenerator>of("L64X128MixRandom").create(7).nextBytes(noise);
        for (int i = 0; i < noise.length; i += 2_000) {
            noise[i] = (byte) 0xFF;
            noise[i + 1] = (byte) 0xFB;
        }
        return noise;
    }

    private static byte[] titles(int bytes, byte[] size) {
        byte[] tag = new byte[bytes];
        System.arraycopy(new byte[] {'I', 'D', '3', 4, 0, 0}, 0, tag, 0, 6);
        System.arraycopy(size, 0, tag, 6, size.length);
        return tag;
    }

    private static byte[] spoken() throws IOException {
        try (InputStream in = Objects.requireNonNull(Sound.class.getResourceAsStream("stereo-44k-vbr-id3.mp3"))) {
            return in.readAllBytes();
        }
    }

    /** The Xing header counts the frames right behind its mark and its flags. */
    private static byte[] manyFrames() throws IOException {
        byte[] mp3 = spoken();
        int mark = new String(mp3, StandardCharsets.ISO_8859_1).indexOf("Xing");
        ByteBuffer.wrap(mp3).putInt(mark + 8, -1);
        return mp3;
    }
}
