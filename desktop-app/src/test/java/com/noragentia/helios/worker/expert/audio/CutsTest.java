/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.noragentia.helios.worker.extract.sound.Sound;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Recordings in stretches for workers, and stretches in windows for a model: nothing is lost, nothing is heard twice. */
final class CutsTest {

    private static final int SECOND = Sound.RATE;

    private static final short[] TALK = talk();
    private static final List<Span> SPEECH = new EnergyVoiceActivity().speech(TALK);
    private static final Loudness LOUDNESS = Loudness.of(TALK);

    /** Ten seconds of speech, half a second of silence, and so on. */
    private static short[] talk() {
        Played played = new Played();
        for (int i = 0; i < 30; i++) {
            played.speech(9.5 + 0.1 * (i % 10)).silence(0.6);
        }
        return played.samples();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8, 16})
    void stretches_follow_upon_each_other_and_cut_no_sentence(int count) {
        int end = 0;
        List<Span> all = new ArrayList<>();
        for (int number = 1; number <= count; number++) {
            Span stretch = Stretches.of(TALK.length, LOUDNESS, SPEECH, number, count);
            assertThat(stretch.from()).isEqualTo(end);
            assertThat((double) stretch.length() / TALK.length).isCloseTo(1.0 / count, within(0.04));
            all.addAll(Stretches.within(SPEECH, stretch));
            end = stretch.to();
        }
        assertThat(end).isEqualTo(TALK.length);
        assertThat(all).isEqualTo(SPEECH);
    }

    @Test
    void where_nobody_pauses_stretches_are_cut_at_the_quietest_place_nearby() {
        short[] samples =
                new Played().speech(29).noise(0.2, 0.0005).speech(30.8).samples();

        Span first = Stretches.of(samples.length, Loudness.of(samples), List.of(new Span(0, samples.length)), 1, 2);

        assertThat((double) first.to() / SECOND).isCloseTo(29.1, within(0.1));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 320, 16_000})
    void even_a_recording_of_nothing_has_as_many_stretches_as_are_asked_for(int length) {
        short[] samples = new short[length];
        int end = 0;
        for (int number = 1; number <= 16; number++) {
            Span stretch = Stretches.of(length, Loudness.of(samples), List.of(), number, 16);
            assertThat(stretch.from()).isEqualTo(end);
            assertThat(stretch.to()).isBetween(end, length);
            end = stretch.to();
        }
        assertThat(end).isEqualTo(length);
    }

    @Test
    void windows_hold_what_fits_up_to_a_long_pause() {
        List<Span> speech = List.of(
                seconds(0, 10),
                seconds(11, 20),
                seconds(20.5, 27),
                seconds(27.5, 40),
                seconds(43, 44),
                seconds(44.5, 45));

        List<Window> windows =
                new WindowCutter(28 * SECOND, 2 * SECOND).cut(Loudness.of(new short[45 * SECOND]), speech);

        assertThat(windows)
                .containsExactly(
                        Window.whole(seconds(0, 27)), Window.whole(seconds(27.5, 40)), Window.whole(seconds(43, 45)));
    }

    @Test
    void who_speaks_without_a_pause_is_heard_in_overlapping_windows_that_share_no_moment() {
        short[] samples = new Played().speech(70).samples();

        List<Window> windows = new WindowCutter(28 * SECOND, 2 * SECOND)
                .cut(Loudness.of(samples), List.of(new Span(0, samples.length)));

        assertThat(windows).hasSizeBetween(3, 6);
        int end = 0;
        for (Window window : windows) {
            assertThat(window.sound().length()).isBetween(SECOND, 28 * SECOND);
            assertThat(window.own().from()).isEqualTo(end);
            assertThat(window.sound().from()).isLessThanOrEqualTo(window.own().from());
            assertThat(window.sound().to()).isGreaterThanOrEqualTo(window.own().to());
            end = window.own().to();
        }
        assertThat(end).isEqualTo(samples.length);
        assertThat(windows.getFirst().sound().to() - windows.get(1).sound().from())
                .isEqualTo(2 * SECOND);
    }

    private static Span seconds(double from, double to) {
        return new Span((int) (from * SECOND), (int) (to * SECOND));
    }
}
