/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.endtoend.FrontDoor.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./helios demo contribution}: two members, an orchestrator and two workers, all of them real. */
class ContributionDemoTest {

    @Test
    void two_members_go_from_a_refusal_to_a_forged_ledger_that_is_found_out(@TempDir Path folder)
            throws IOException, InterruptedException {
        try (FrontDoor door = new FrontDoor(folder)) {
            Outcome outcome = door.run("demo", "contribution");
            assertThat(outcome.exit()).as(outcome.err()).isZero();
            assertThat(outcome.out())
                    .contains("contribute first", "17 + 25 = 42", "credits matured", "is the first bad one")
                    .contains("Every step came out as it should.");
        }
    }
}
