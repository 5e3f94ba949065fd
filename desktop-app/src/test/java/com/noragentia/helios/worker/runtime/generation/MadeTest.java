/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MadeTest {

    private final List<String> closed = new ArrayList<>();

    private void make(Made made, String... names) {
        for (String name : names) {
            made.add(() -> closed.add(name));
        }
    }

    @Test
    void what_was_made_before_something_failed_is_closed_the_last_first() {
        assertThatThrownBy(() -> {
                    try (Made made = new Made()) {
                        make(made, "session", "guard");
                        made.add(() -> {
                            closed.add("cache");
                            throw new IllegalStateException("does not close");
                        });
                        make(made, "tokens");
                        throw new OutOfMemoryError("logits");
                    }
                })
                .isInstanceOf(OutOfMemoryError.class);

        assertThat(closed).containsExactly("tokens", "cache", "guard", "session");
    }

    @Test
    void what_is_kept_is_closed_by_whoever_keeps_it() {
        Made kept;
        try (Made made = new Made()) {
            make(made, "session", "guard");
            kept = made.kept();
        }
        assertThat(closed).isEmpty();

        kept.close();
        kept.close();
        assertThat(closed).containsExactly("guard", "session");
    }
}
