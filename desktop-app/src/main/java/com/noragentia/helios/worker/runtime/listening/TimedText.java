/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.listening;

import com.noragentia.helios.worker.runtime.decoding.Tokens;
import java.util.ArrayList;
import java.util.List;

/** Reads a transcript with times: time, words, time, and so on. Pure. */
final class TimedText {

    private TimedText() {}

    /** Words of the tokens from one place to another. */
    interface Words {

        String of(Tokens tokens, int from, int to);
    }

    /** Stretches with words, none beyond the sound; the last one ends with it where no time says otherwise. */
    static List<Heard.Segment> of(Tokens tokens, ListenerConfig config, int soundMillis, Words words) {
        List<Heard.Segment> segments = new ArrayList<>();
        int start = 0;
        int from = 0;
        for (int i = 0; i <= tokens.size(); i++) {
            boolean isOver = i == tokens.size();
            if (isOver || tokens.get(i) >= config.firstTime()) {
                int time = isOver ? soundMillis : (tokens.get(i) - config.firstTime()) * ListenerConfig.MILLIS_PER_STEP;
                String text = words.of(tokens, from, i).strip();
                if (!text.isEmpty()) {
                    int begin = Math.min(start, soundMillis);
                    segments.add(new Heard.Segment(begin, Math.clamp(time, begin, soundMillis), text));
                }
                start = time;
                from = i + 1;
            }
        }
        return segments;
    }
}
