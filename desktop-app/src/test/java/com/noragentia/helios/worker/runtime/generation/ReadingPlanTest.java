/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.generation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingPlanTest {

    @ParameterizedTest
    @CsvSource({
        "false,true,ANYWHERE",
        "false,false,ANYWHERE",
        "true,true,ANYWHERE",
        "true,false,ANYWHERE",
        "false,true,BY_FOURS",
        "false,false,BY_FOURS",
        "true,true,BY_FOURS",
        "true,false,BY_FOURS"
    })
    void every_token_is_read_none_alone_and_no_cut_made_where_it_matters(
            boolean givesAllLogits, boolean othersWrite, Cuts cuts) {
        ReadingPlan plan = ReadingPlan.of(givesAllLogits, cuts);
        for (int total = 2; total < 700; total++) {
            for (int known : List.of(0, total / 2, total - 1)) {
                int at = known / plan.step() * plan.step();
                while (at < total) {
                    ReadingPlan.Chunk chunk = plan.next(at, total, othersWrite);
                    assertThat(chunk.from()).isBetween(Math.max(0, at - plan.step()), at);
                    assertThat(chunk.from() % plan.step()).isZero();
                    assertThat(chunk.to() - chunk.from()).isBetween(2, plan.widest());
                    assertThat(chunk.to()).isBetween(at + 1, total);
                    if (givesAllLogits && chunk.to() == total) {
                        assertThat(chunk.to() - chunk.from()).isLessThanOrEqualTo(LogitRows.MAX_ROWS);
                    }
                    at = chunk.to();
                }
            }
        }
    }

    @Test
    void others_wait_for_short_chunks_only() {
        ReadingPlan plan = ReadingPlan.of(false, Cuts.ANYWHERE);
        List<Integer> ends = new ArrayList<>();
        for (int at = 0; at < 200; at = ends.getLast()) {
            ends.add(plan.next(at, 200, true).to());
        }

        assertThat(ends).containsExactly(64, 128, 192, 200);
        assertThat(plan.next(0, 200, false).to()).isEqualTo(200);
    }

    @Test
    void a_prompt_of_one_token_is_read_as_it_is() {
        assertThat(ReadingPlan.of(true, Cuts.ANYWHERE).next(0, 1, false)).isEqualTo(new ReadingPlan.Chunk(0, 1));
    }

    @ParameterizedTest
    @CsvSource({"false", "true"})
    void in_a_grid_the_chunks_of_a_prompt_are_the_same_from_any_start_and_in_any_company(boolean givesAllLogits) {
        ReadingPlan plan = ReadingPlan.of(givesAllLogits, Cuts.NOWHERE);
        assertThat(plan.step()).isEqualTo(64);
        for (int total = 1; total < 400; total++) {
            List<ReadingPlan.Chunk> whole = chunks(plan, 0, total, false);
            assertThat(whole.getLast().to()).isEqualTo(total);
            assertThat(whole.getLast().to() - whole.getLast().from())
                    .isBetween(1, givesAllLogits ? LogitRows.MAX_ROWS : 64);
            for (int known = 0; known < total; known += plan.step()) {
                assertThat(whole)
                        .as("%d of %d known", known, total)
                        .endsWith(chunks(plan, known, total, true).toArray(ReadingPlan.Chunk[]::new));
            }
        }
    }

    private static List<ReadingPlan.Chunk> chunks(ReadingPlan plan, int known, int total, boolean othersWrite) {
        List<ReadingPlan.Chunk> chunks = new ArrayList<>();
        for (int at = known; at < total; at = chunks.getLast().to()) {
            chunks.add(plan.next(at, total, othersWrite));
        }
        return chunks;
    }
}
