/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.noragentia.helios.worker.extract.sound.Sound;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class EnergyVoiceActivityTest {

    private final VoiceActivity voices = new EnergyVoiceActivity();

    @Test
    void speech_is_found_between_pauses_with_a_little_around_it() {
        List<Span> found = voices.speech(new Played()
                .silence(1)
                .speech(2)
                .silence(1)
                .speech(1)
                .silence(2)
                .samples());

        assertThat(found).hasSize(2);
        assertSpan(found.getFirst(), 0.8, 3.2);
        assertSpan(found.getLast(), 3.8, 5.2);
    }

    @Test
    void a_room_that_is_loud_all_the_time_is_no_speech_and_hides_none() {
        assertThat(voices.speech(new Played().noise(5, 0.02).samples())).isEmpty();

        List<Span> found = voices.speech(
                new Played().noise(3, 0.005).speech(2).noise(3, 0.005).samples());
        assertThat(found).hasSize(1);
        assertSpan(found.getFirst(), 2.8, 5.2);
    }

    @Test
    void silence_hum_and_an_even_tone_are_none() {
        assertThat(voices.speech(new short[0])).isEmpty();
        assertThat(voices.speech(new short[1])).isEmpty();
        assertThat(voices.speech(new Played().silence(3).samples())).isEmpty();
        assertThat(voices.speech(new Played().tone(5, 50, 0.3).samples())).isEmpty();
        assertThat(voices.speech(new Played().tone(5, 440, 0.3).samples())).isEmpty();
    }

    @Test
    void a_click_is_none() {
        assertThat(voices.speech(
                        new Played().silence(2).noise(0.02, 0.3).silence(2).samples()))
                .isEmpty();
    }

    @Test
    void spans_never_overlap_nor_leave_the_recording() {
        short[] samples = new Played()
                .speech(1)
                .silence(0.35)
                .speech(1)
                .silence(0.32)
                .speech(1)
                .samples();

        List<Span> found = voices.speech(samples);

        assertThat(found.getFirst().from()).isZero();
        assertThat(found.getLast().to()).isEqualTo(samples.length);
        for (int i = 1; i < found.size(); i++) {
            assertThat(found.get(i).from())
                    .isGreaterThanOrEqualTo(found.get(i - 1).to());
        }
    }

    @Test
    void every_sentence_of_the_samples_is_found() throws Exception {
        Path folder = samples();
        for (SpokenSample sample : SpokenSample.of(folder)) {
            List<Span> found =
                    voices.speech(new Played().recording(sample.sound(folder)).samples());

            assertSpoken(sample, found, 0);
        }
    }

    @Test
    void a_held_chord_takes_no_sentence_with_it_that_follows_or_goes_before() throws Exception {
        Path folder = samples();
        for (SpokenSample sample : SpokenSample.of(folder)) {
            float[] sound = sample.sound(folder);
            double seconds = (double) sound.length / Sound.RATE;

            List<Span> after = voices.speech(new Played()
                    .silence(3)
                    .chord(6, 0.3)
                    .recording(sound)
                    .silence(3)
                    .samples());
            List<Span> before = voices.speech(new Played()
                    .silence(3)
                    .recording(sound)
                    .chord(6, 0.3)
                    .silence(3)
                    .samples());

            assertSpoken(sample, after, 9);
            assertSpoken(sample, before, 3);
            assertThat(covered(after, 3, 9)).as(sample.file()).isLessThan(1);
            assertThat(covered(before, 3 + seconds, 9 + seconds))
                    .as(sample.file())
                    .isLessThan(1);
        }
    }

    private Path samples() throws URISyntaxException {
        return Path.of(Objects.requireNonNull(getClass().getResource("/samples/speech/speech.json"))
                .toURI()
                .resolve("."));
    }

    private static void assertSpoken(SpokenSample sample, List<Span> found, double begin) {
        for (Transcript.Segment sentence : sample.sentences()) {
            assertThat(covered(found, begin + sentence.start(), begin + sentence.end()))
                    .as("%s: %s", sample.file(), sentence.text())
                    .isGreaterThan(0.9 * (sentence.end() - sentence.start()));
        }
    }

    /** How much of a stretch was found, all in seconds. */
    private static double covered(List<Span> found, double from, double to) {
        return found.stream()
                .mapToDouble(span -> Math.max(
                        0,
                        Math.min(to, (double) span.to() / Sound.RATE)
                                - Math.max(from, (double) span.from() / Sound.RATE)))
                .sum();
    }

    private static void assertSpan(Span span, double from, double to) {
        assertThat((double) span.from() / Sound.RATE).isCloseTo(from, within(0.1));
        assertThat((double) span.to() / Sound.RATE).isCloseTo(to, within(0.1));
    }
}
