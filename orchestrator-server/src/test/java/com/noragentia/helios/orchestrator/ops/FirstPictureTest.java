/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ops;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.orchestrator.ledger.Outlay;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.ledger.Measure;
import com.noragentia.helios.protocol.task.Expert;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The dearest single question of the bundled models is a picture: docs/standing.md, "What the first picture takes". */
class FirstPictureTest {

    private static final String READER = "helios-read-1";
    private static final Measure PICTURE = new Measure(8, 0, 0, 0, 1);

    @AutoClose
    private EconomyTrial trial;

    private Outlay picture;

    @BeforeEach
    void open(@TempDir Path folder) {
        trial = new EconomyTrial(folder);
        picture = trial.outlay(READER, Expert.IMAGE, PICTURE);
        trial.join("ana");
        trial.join("ben");
        trial.passed("ben's computer", "ben", EconomyTrial.SMALL_CHECK);
    }

    @Test
    void what_is_documented_of_its_cost_is_true() {
        double usual = trial.job.credits().toDouble();

        assertThat(picture.typical().toDouble() / usual).isBetween(18.0, 19.0);
        assertThat(picture.most().toDouble() / usual).isBetween(66.0, 67.0);
    }

    @Test
    void who_never_contributed_is_told_how_to_start_and_not_what_a_picture_costs() {
        assertThat(trial.refusal("ana", picture)).contains(ProblemCode.CONTRIBUTION_REQUIRED);
    }

    @Test
    void who_has_begun_to_contribute_and_has_no_allowance_yet_may_ask_in_words_but_no_picture() {
        for (int check = 1; check < 10; check++) {
            trial.passed("ana's computer", "ana", EconomyTrial.SMALL_CHECK);
        }
        Outlay words = trial.outlay(EconomyTrial.MODEL, Expert.CHAT, new Measure(300, 0, 0, 0, 0));

        assertThat(trial.refusal("ana", words)).isEmpty();
        assertThat(trial.refusal("ana", picture)).contains(ProblemCode.QUESTION_TOO_DEAR);
    }

    @Test
    void the_tenth_check_brings_the_allowance_and_with_it_the_first_picture() {
        qualifies();

        assertThat(trial.refusal("ana", picture)).isEmpty();
    }

    private void qualifies() {
        for (int check = 1; check <= 10; check++) {
            trial.passed("ana's computer", "ana", EconomyTrial.SMALL_CHECK);
        }
    }

    @Test
    void the_second_picture_takes_work_for_others() {
        qualifies();
        trial.answeredAtLength("ana", "ben's computer", "ben", READER, Expert.IMAGE, PICTURE);
        assertThat(trial.refusal("ana", picture)).contains(ProblemCode.CREDITS_SPENT);

        while (trial.refusal("ana", picture).isPresent()) {
            trial.answeredAtLength("ben", "ana's computer", "ana", READER, Expert.IMAGE, PICTURE);
            trial.pass(Duration.ofHours(7));
            trial.passed("ana's computer", "ana", EconomyTrial.SMALL_CHECK);
        }
        assertThat(trial.worth("ana").micros())
                .isGreaterThanOrEqualTo(
                        picture.typical().minus(trial.job.times(10)).micros());
    }
}
