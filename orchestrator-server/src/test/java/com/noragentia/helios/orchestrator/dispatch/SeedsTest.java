/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.protocol.task.ChatOptions;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.task.TaskInput;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeedsTest {

    private static final TaskInput.Chat PLAIN = new TaskInput.Chat(Language.EN, "Hi", List.of(), List.of());
    private final Seeds seeds = new Seeds("secret");

    private static TaskInput.Chat varied(int variation) {
        return new TaskInput.Chat(
                Language.EN,
                "Hi",
                List.of(),
                List.of(),
                new ChatOptions(null, null, null, null, null, null, null, null, variation, null));
    }

    @Test
    void a_job_has_the_same_seed_at_each_attempt_and_another_job_another() {
        assertThat(seeds.of("job", "ana", PLAIN)).isEqualTo(seeds.of("job", "ana", PLAIN));
        assertThat(seeds.of("job", "ana", PLAIN)).isNotEqualTo(seeds.of("other", "ana", PLAIN));
        assertThat(seeds.of("job", "ana", PLAIN)).isNotEqualTo(new Seeds("another").of("job", "ana", PLAIN));
    }

    @Test
    void a_variation_brings_a_member_the_same_seed_again_and_nobody_else() {
        assertThat(seeds.of("job", "ana", varied(7))).isEqualTo(seeds.of("other", "ana", varied(7)));
        assertThat(seeds.of("job", "ana", varied(7))).isNotEqualTo(seeds.of("job", "ana", varied(8)));
        assertThat(seeds.of("job", "ana", varied(7))).isNotEqualTo(seeds.of("job", "bea", varied(7)));
    }

    /** Should this change, answers can no longer be checked against the seeds they were drawn with. */
    @Test
    void the_seed_of_a_job_is_what_it_always_was() {
        assertThat(seeds.of("job", "ana", PLAIN)).isEqualTo(1_350_413_173_045_910_262L);
    }
}
