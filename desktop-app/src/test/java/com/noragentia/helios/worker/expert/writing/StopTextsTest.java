/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.writing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StopTextsTest {

    private static String all(StopTexts stop, String text, int step) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i += step) {
            out.append(stop.take(text.substring(i, Math.min(text.length(), i + step))));
        }
        return out.append(stop.rest()).toString();
    }

    @Test
    void the_first_of_several_ends_the_text_however_its_pieces_break() {
        for (int step = 1; step < 12; step++) {
            StopTexts stop = new StopTexts(List.of("###", "\nUser:"));
            assertThat(all(stop, "one ## two\nUse it ### three\nUser:", step)).isEqualTo("one ## two\nUse it ");
            assertThat(stop.isFound()).isTrue();
        }
    }

    @Test
    void what_only_began_like_one_comes_in_the_end() {
        StopTexts stop = new StopTexts(List.of("aab"));

        assertThat(stop.take("xaa")).isEqualTo("x");
        assertThat(stop.take("a")).isEqualTo("a");
        assertThat(stop.rest()).isEqualTo("aa");
        assertThat(stop.isFound()).isFalse();
    }

    @Test
    void without_stop_texts_nothing_is_held_back() {
        assertThat(new StopTexts(List.of()).take("anything")).isEqualTo("anything");
    }

    @Test
    void after_the_stop_nothing_comes() {
        StopTexts stop = new StopTexts(List.of("!"));

        assertThat(stop.take("a!b")).isEqualTo("a");
        assertThat(stop.take("c")).isEmpty();
        assertThat(stop.rest()).isEmpty();
    }
}
