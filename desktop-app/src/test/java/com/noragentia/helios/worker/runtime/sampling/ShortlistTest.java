/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.worker.expert.ModelFailure;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShortlistTest {

    private final LogitRow row = new LogitRow();
    private final Shortlist shortlist = new Shortlist();

    @Test
    void it_is_the_head_of_the_row_in_order_whatever_the_row() throws ModelFailure {
        SplittableRandom random = new SplittableRandom(5);
        for (int round = 0; round < 400; round++) {
            float[] logits = new float[1 + random.nextInt(5_000)];
            int levels = 1 + random.nextInt(round % 2 == 0 ? 20 : 100_000);
            for (int i = 0; i < logits.length; i++) {
                logits[i] = random.nextInt(10) == 0 ? Float.NEGATIVE_INFINITY : random.nextInt(levels) - 50f;
            }
            logits[random.nextInt(logits.length)] = 1;
            int most = 1 + random.nextInt(SamplingRule.MAX_TOP_K);
            row.take(Logits.of(logits));

            shortlist.fill(row, most);

            assertThat(listed()).isEqualTo(headOf(logits, most));
        }
    }

    private List<Integer> listed() {
        return IntStream.range(0, shortlist.size()).mapToObj(shortlist::token).toList();
    }

    private static List<Integer> headOf(float[] logits, int most) {
        return IntStream.range(0, logits.length)
                .boxed()
                .filter(token -> logits[token] > Float.NEGATIVE_INFINITY)
                .sorted(Comparator.<Integer>comparingDouble(token -> -logits[token])
                        .thenComparing(Comparator.naturalOrder()))
                .limit(most)
                .toList();
    }
}
