/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.trust;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.protocol.crypto.Sha256;
import com.noragentia.helios.protocol.task.FileType;
import com.noragentia.helios.protocol.task.Language;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;

/** What the recordings of canaries are like. */
class SpokenRecordingTest {

    private static final int DRAWN = 40;
    private static final int RATE = SpokenRecording.RATE;
    /** Two thirds of a clip's length, in which nobody speaks: longer than any break within a sentence. */
    private static final int PAUSE = RATE;

    private final SplittableRandom random = new SplittableRandom(3);
    private final ClipBank bank = ClipBank.load();
    private final List<float[]> clips =
            bank.in(Language.ES).subList(0, 3).stream().map(bank::sound).toList();

    private short[] samples(byte[] file) throws Exception {
        try (AudioInputStream stream = AudioSystem.getAudioInputStream(new ByteArrayInputStream(file))) {
            AudioFormat format = stream.getFormat();
            assertThat(format.getSampleRate()).isEqualTo(RATE);
            assertThat(format.getChannels()).isEqualTo(1);
            assertThat(format.getSampleSizeInBits()).isEqualTo(16);
            assertThat(format.getEncoding()).isEqualTo(AudioFormat.Encoding.PCM_SIGNED);
            byte[] sound = stream.readAllBytes();
            assertThat(stream.getFrameLength() * 2).isEqualTo(sound.length);
            ShortBuffer samples =
                    ByteBuffer.wrap(sound).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
            short[] all = new short[samples.remaining()];
            samples.get(all);
            return all;
        }
    }

    @Test
    void it_is_a_wav_as_members_send_them_and_short() throws Exception {
        double spoken = clips.stream().mapToInt(clip -> clip.length).sum() / (double) RATE;
        for (int i = 0; i < DRAWN; i++) {
            byte[] file = SpokenRecording.of(clips, SoundForm.PLAIN, random);
            assertThat(FileType.WAV.matches(Arrays.copyOf(file, FileType.MAGIC_BYTES)))
                    .isTrue();
            double seconds = samples(file).length / (double) RATE;
            assertThat(seconds).isBetween(spoken * 0.95 + 3, spoken * 1.05 + 7);
            assertThat(file.length - 2 * RATE * seconds).isBetween(43.0, 45.0);
        }
    }

    @Test
    void it_comes_in_the_forms_in_which_devices_of_members_record() throws Exception {
        Set<SoundForm> forms = new HashSet<>();
        double spoken = clips.stream().mapToInt(clip -> clip.length).sum() / (double) RATE;
        for (int i = 0; i < DRAWN; i++) {
            SoundForm form = SoundForm.draw(random);
            forms.add(form);
            byte[] file = SpokenRecording.of(clips, form, random);
            try (AudioInputStream stream = AudioSystem.getAudioInputStream(new ByteArrayInputStream(file))) {
                assertThat(stream.getFormat().getSampleRate()).isEqualTo(form.rate());
                assertThat(stream.getFormat().getChannels()).isEqualTo(form.channels());
                assertThat(stream.getFrameLength() / (double) form.rate())
                        .isBetween(spoken * 0.95 + 3, spoken * 1.05 + 7);
            }
        }
        assertThat(forms).extracting(SoundForm::rate).contains(16_000, 44_100, 48_000);
        assertThat(forms).extracting(SoundForm::channels).contains(1, 2);
    }

    @Test
    void the_same_clips_never_make_the_same_file() {
        Set<String> files = new HashSet<>();
        Set<Integer> lengths = new HashSet<>();
        for (int i = 0; i < DRAWN; i++) {
            byte[] file = SpokenRecording.of(clips, SoundForm.PLAIN, random);
            files.add(Sha256.hex(file));
            lengths.add(file.length);
        }
        assertThat(files).hasSize(DRAWN);
        assertThat(lengths).hasSizeGreaterThan(DRAWN * 9 / 10);
    }

    @Test
    void it_is_as_loud_as_recordings_are_and_nothing_is_cut_off() throws Exception {
        Set<Integer> peaks = new HashSet<>();
        for (int i = 0; i < DRAWN; i++) {
            int peak = 0;
            for (short sample : samples(SpokenRecording.of(clips, SoundForm.PLAIN, random))) {
                peak = Math.max(peak, Math.abs(sample));
            }
            assertThat(peak).isBetween(3_000, 30_000);
            peaks.add(peak);
        }
        assertThat(peaks).hasSizeGreaterThan(DRAWN / 2);
    }

    @Test
    void between_sentences_nobody_speaks_for_a_while_but_it_is_never_quite_still() throws Exception {
        for (int i = 0; i < DRAWN; i++) {
            short[] samples = samples(SpokenRecording.of(clips, SoundForm.PLAIN, random));
            int loudest = 0;
            for (short sample : samples) {
                loudest = Math.max(loudest, Math.abs(sample));
            }
            int pauses = 0;
            int quiet = 0;
            int still = 0;
            int longestStill = 0;
            for (short sample : samples) {
                boolean isQuiet = Math.abs(sample) < loudest / 50;
                pauses += !isQuiet && quiet > PAUSE ? 1 : 0;
                quiet = isQuiet ? quiet + 1 : 0;
                still = sample == 0 ? still + 1 : 0;
                longestStill = Math.max(longestStill, still);
            }
            assertThat(pauses).isEqualTo(clips.size() - 1);
            assertThat(longestStill).isLessThan(RATE / 100);
        }
    }

    @Test
    void each_is_played_a_little_faster_or_slower() throws Exception {
        float[] tone = new float[2 * RATE];
        Arrays.fill(tone, 0.5f);
        Set<Integer> lengths = new HashSet<>();
        for (int i = 0; i < DRAWN; i++) {
            short[] samples = samples(SpokenRecording.of(List.of(tone), SoundForm.PLAIN, random));
            int loud = 0;
            for (short sample : samples) {
                loud += sample > 2_000 ? 1 : 0;
            }
            assertThat(loud / (double) tone.length).isBetween(1 / 1.031, 1 / 0.969);
            lengths.add(loud);
        }
        assertThat(lengths).hasSizeGreaterThan(DRAWN * 9 / 10);
        assertThat(lengths.stream().mapToInt(length -> length).max().orElseThrow()
                        - lengths.stream().mapToInt(length -> length).min().orElseThrow())
                .as("of six hundredths that there are")
                .isGreaterThan(tone.length * 3 / 100);
    }

    @Test
    void each_microphone_has_a_hiss_of_its_own_far_below_the_voice() throws Exception {
        byte[] file = SpokenRecording.of(clips, new SoundForm(RATE, 2), random);
        ShortBuffer samples = ByteBuffer.wrap(file, 44, file.length - 44)
                .slice()
                .order(ByteOrder.LITTLE_ENDIAN)
                .asShortBuffer();
        int differing = 0;
        int farthest = 0;
        int loudest = 0;
        for (int i = 0; i + 1 < samples.limit(); i += 2) {
            int apart = Math.abs(samples.get(i) - samples.get(i + 1));
            differing += apart > 0 ? 1 : 0;
            farthest = Math.max(farthest, apart);
            loudest = Math.max(loudest, Math.abs(samples.get(i)));
        }
        assertThat(differing).isGreaterThan(samples.limit() / 4);
        assertThat(farthest / (double) loudest)
                .as("twice the noise, of -56 to -44 decibels")
                .isBetween(0.001, 0.0135);
    }
}
