/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.noragentia.helios.worker.expert.ModelFailure;
import org.junit.jupiter.api.Test;

class MemoryPlanTest {

    private static final long MB = 1 << 20;

    @Test
    void what_weights_and_work_leave_is_for_keys_and_values() throws ModelFailure {
        MemoryPlan plan = MemoryPlan.of("m", 1000 * MB, 400 * MB, false, 8 * MB, 46_080, 4096);

        assertThat(plan.weights()).isEqualTo(700 * MB);
        assertThat(plan.caches().tokens()).isEqualTo((1000 - 700 - 40) * MB / 46_080);
        assertThat(plan.caches().context()).isEqualTo(4096);
    }

    @Test
    void mapped_weights_leave_more() throws ModelFailure {
        assertThat(MemoryPlan.of("m", 500 * MB, 400 * MB, true, 0, 46_080, 4096)
                        .caches()
                        .context())
                .isEqualTo(4096);
    }

    @Test
    void a_tight_reservation_shortens_the_context() throws ModelFailure {
        CacheBudget caches =
                MemoryPlan.of("m", 750 * MB, 400 * MB, false, 0, 46_080, 4096).caches();

        assertThat(caches.context()).isEqualTo((int) (18 * MB / 46_080)).isEqualTo((int) caches.tokens());
    }

    @Test
    void too_little_is_refused_with_what_is_needed() {
        assertThatThrownBy(() -> MemoryPlan.of("m", 735 * MB, 400 * MB, false, 0, 46_080, 4096))
                .isInstanceOf(ModelFailure.class)
                .hasMessage("m needs %d bytes of memory, and %d are set aside for it"
                        .formatted(732 * MB + 256 * 46_080, 735 * MB));
    }
}
