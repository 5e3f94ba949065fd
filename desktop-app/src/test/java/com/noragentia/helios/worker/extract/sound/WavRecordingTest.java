/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.protocol.task.FileType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class WavRecordingTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void every_form_is_heard(WavForm form) throws IOException {
        float[] tone = tone(16_000);

        float[] heard = heard(Wavs.of(form, 16_000, 1, tone));

        assertThat(heard).hasSize(tone.length);
        for (int i = 0; i < tone.length; i++) {
            assertThat(heard[i]).isCloseTo(tone[i], within(form.error()));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {8_000, 11_025, 22_050, 44_100, 48_000, 88_200, 96_000, 176_400, 192_000})
    void every_rate_becomes_the_one_of_recognisers(int rate) throws IOException {
        float[] heard = heard(Wavs.of(WavForm.PCM_16, rate, 1, tone(rate)));

        assertThat(heard).hasSize(Sound.RATE);
        float[] expected = tone(Sound.RATE);
        for (int i = 500; i < heard.length - 500; i++) {
            assertThat(heard[i]).isCloseTo(expected[i], within(0.002f));
        }
    }

    @Test
    void channels_are_mixed() throws IOException {
        float[] opposite = new float[2 * Sound.RATE];
        for (int i = 0; i < opposite.length; i++) {
            opposite[i] = i % 2 == 0 ? 0.5f : -0.25f;
        }

        assertThat(heard(Wavs.of(WavForm.PCM_16, Sound.RATE, 2, opposite))[100]).isCloseTo(0.125f, within(0.001f));
    }

    @Test
    void a_file_that_breaks_off_is_heard_as_far_as_it_goes() throws IOException {
        byte[] whole = Wavs.of(WavForm.PCM_16, Sound.RATE, 1, tone(Sound.RATE));

        assertThat(heard(Arrays.copyOf(whole, whole.length / 2)).length).isBetween(7_900, 8_000);
        assertThat(breaksOff(Arrays.copyOf(whole, whole.length / 2))).isTrue();
        assertThat(breaksOff(whole)).isFalse();
    }

    /** As programs write it that send a recording while it is made. */
    @Test
    void a_length_that_nobody_knew_is_no_length() throws IOException {
        byte[] endless = Wavs.of(WavForm.PCM_16, Sound.RATE, 1, tone(Sound.RATE));
        ByteBuffer.wrap(endless).order(ByteOrder.LITTLE_ENDIAN).putInt(40, 0x7FFF_FFFF);

        assertThat(breaksOff(endless)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 100, 4_000, 384_000, Integer.MAX_VALUE})
    void a_rate_that_no_recorder_has_is_refused(int rate) {
        byte[] wav = Wavs.of(WavForm.PCM_16, rate, 1, new float[100]);

        assertThat(refusal(wav)).isEqualTo(ProblemCode.FILE_TYPE_UNSUPPORTED);
    }

    /** Packed as Microsoft, IMA, GSM or MPEG do it. */
    @ParameterizedTest
    @ValueSource(ints = {0x02, 0x11, 0x31, 0x55})
    void a_form_that_is_not_read_is_not_called_damaged(int form) {
        byte[] plain = Wavs.of(WavForm.PCM_16, Sound.RATE, 1, new float[100]);
        byte[] extensible = Wavs.of(WavForm.EXTENSIBLE_16, Sound.RATE, 1, new float[100]);
        ByteBuffer.wrap(plain).order(ByteOrder.LITTLE_ENDIAN).putShort(20, (short) form);
        ByteBuffer.wrap(extensible).order(ByteOrder.LITTLE_ENDIAN).putShort(44, (short) form);

        assertThat(refusal(plain)).isEqualTo(ProblemCode.FILE_TYPE_UNSUPPORTED);
        assertThat(refusal(extensible)).isEqualTo(ProblemCode.FILE_TYPE_UNSUPPORTED);
    }

    private ProblemCode refusal(byte[] wav) {
        return catchThrowableOfType(ProblemException.class, () -> heard(wav))
                .problem()
                .code();
    }

    @Test
    void a_header_that_makes_no_sense_is_refused() {
        byte[] wav = Wavs.of(WavForm.PCM_16, Sound.RATE, 1, new float[100]);
        for (int field = 20; field < 36; field += 2) {
            for (int value : new int[] {0, 0x7F, 0xFF}) {
                byte[] twisted = wav.clone();
                twisted[field] = (byte) value;
                twisted[field + 1] = (byte) value;
                try {
                    assertThat(heard(twisted)).isNotNull();
                } catch (IOException | RuntimeException refused) {
                    assertThat(refused).isNotInstanceOf(ClassCastException.class);
                }
            }
        }
        for (int length : new int[] {1, 12, 20, 40}) {
            assertThatIOException().isThrownBy(() -> heard(Arrays.copyOf(wav, length)));
        }
    }

    private boolean breaksOff(byte[] wav) throws IOException {
        return new SoundFile(Files.write(folder.resolve("b.wav"), wav), FileType.WAV).play(new Collected());
    }

    private float[] heard(byte[] wav) throws IOException {
        Collected sound = new Collected();
        new SoundFile(Files.write(folder.resolve("a.wav"), wav), FileType.WAV).play(sound);
        return sound.samples();
    }

    /** A second of it. */
    private static float[] tone(int rate) {
        float[] samples = new float[rate];
        for (int i = 0; i < rate; i++) {
            samples[i] = (float) (0.8 * Math.sin(2 * Math.PI * 440 * i / rate));
        }
        return samples;
    }
}
