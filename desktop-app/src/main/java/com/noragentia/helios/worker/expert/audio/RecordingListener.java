/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.audio;

import com.noragentia.helios.protocol.task.Share;
import com.noragentia.helios.protocol.task.Utterance;
import com.noragentia.helios.worker.expert.ModelFailure;
import com.noragentia.helios.worker.extract.sound.Sound;
import com.noragentia.helios.worker.runtime.listening.Heard;
import com.noragentia.helios.worker.runtime.listening.ListeningModel;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a recording down, window by window, each as soon as it is heard. For one thread. */
final class RecordingListener {

    private static final int SAMPLES_PER_MILLI = Sound.RATE / 1000;
    private static final float FULL_SCALE = 32_768;

    private final ListeningModel model;
    private final VoiceActivity voices;
    private final LogMel front;
    private final WindowCutter cutter;

    RecordingListener(ListeningModel model, VoiceActivity voices) {
        this.model = model;
        this.voices = voices;
        front = new LogMel(model.config().mels());
        cutter = new WindowCutter(
                model.config().mostMillis() * SAMPLES_PER_MILLI, model.config().pauseMillis() * SAMPLES_PER_MILLI);
    }

    /** Learns what is heard. */
    interface Listener {

        /**
         * A window was heard.
         *
         * @param language empty where nobody speaks, or the model knows but one
         * @param utterances what is new in it
         */
        void heard(String language, List<Utterance> utterances, int done, int of);
    }

    /**
     * What was listened to.
     *
     * @param seconds of sound, whatever was in it
     * @param isVoiced whether somebody may be speaking anywhere in the recording, in this stretch or another
     */
    record Listened(double seconds, boolean isVoiced) {}

    /** @param wanted which stretch of it; null for all */
    Listened listen(String file, Sound sound, @Nullable Share wanted, Listener listener)
            throws ModelFailure, InterruptedException {
        short[] samples = sound.samples();
        Loudness loudness = Loudness.of(samples);
        List<Span> speech = voices.speech(samples);
        Span stretch = wanted == null
                ? new Span(0, samples.length)
                : Stretches.of(samples.length, loudness, speech, wanted.number(), wanted.of());
        List<Window> windows = cutter.cut(loudness, Stretches.within(speech, stretch));
        List<Utterance> before = List.of();
        for (int i = 0; i < windows.size(); i++) {
            Window window = windows.get(i);
            Heard heard = hear(samples, window.sound());
            List<Utterance> own = Stitching.own(
                    utterances(file, heard, window.sound().from()),
                    millis(window.own().from()),
                    millis(window.own().to()));
            List<Utterance> fresh = Stitching.after(before, own);
            listener.heard(heard.language(), fresh, i + 1, windows.size());
            before = fresh.isEmpty() ? before : fresh;
        }
        return new Listened((double) stretch.length() / Sound.RATE, !speech.isEmpty());
    }

    private Heard hear(short[] samples, Span span) throws ModelFailure, InterruptedException {
        float[] wave = new float[span.length()];
        for (int i = 0; i < wave.length; i++) {
            wave[i] = samples[span.from() + i] / FULL_SCALE;
        }
        return model.hear(front.of(wave), span.length() / SAMPLES_PER_MILLI, span.from());
    }

    private static List<Utterance> utterances(String file, Heard heard, int fromSample) {
        long from = millis(fromSample);
        List<Utterance> utterances = new ArrayList<>();
        for (Heard.Segment segment : heard.segments()) {
            utterances.add(
                    new Utterance(file, from + segment.startMillis(), from + segment.endMillis(), segment.text()));
        }
        return utterances;
    }

    private static long millis(int sample) {
        return sample / SAMPLES_PER_MILLI;
    }
}
