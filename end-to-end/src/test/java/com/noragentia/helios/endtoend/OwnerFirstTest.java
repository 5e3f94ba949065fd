/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The owner of a computer and its worker: a real network on this computer, and the commands by which its worker is asked and told. */
class OwnerFirstTest {

    private static final Duration AT_ONCE = Duration.ofSeconds(2);
    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    private FrontDoor helios;

    @BeforeEach
    void opens() throws IOException {
        helios = new FrontDoor(folder);
    }

    @AfterEach
    void stopsTheNetwork() throws IOException {
        helios.close();
    }

    @Test
    void busy_for_others_answers_its_owner_and_a_pause_holds_at_once() throws Exception {
        int otherHour = (LocalTime.now(ZoneId.systemDefault()).getHour() + 12) % 24;
        String hours = "hours=mon-sun " + otherHour + "-" + (otherHour + 1);
        assertThat(helios.run("worker", "why").exit()).isEqualTo(1);
        assertThat(helios.run("worker", "preferences", "work=considerate", hours)
                        .out())
                .contains("work=considerate", hours, "idle-minutes=3");

        answers("no place in the time table");
        FrontDoor.Outcome why = helios.run("worker", "why");
        assertThat(why.exit()).isZero();
        assertThat(why.out())
                .contains("Only your own questions: outside your hours")
                .contains("hours=always");

        long worker = told().get("process").asLong();
        long wished = System.nanoTime();
        Files.writeString(helios.data().resolve("worker-wish.json"), "{\"wish\":\"pause\"}");
        await().atMost(AT_ONCE)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> told().at("/state/is").asText().equals("paused"));
        System.out.printf("paused %d ms after the wish%n", (System.nanoTime() - wished) / 1_000_000);

        assertThat(helios.run("worker", "resume").out()).contains("outside your hours");
        answers("after the pause");
        assertThat(told().get("process").asLong()).as("the same process").isEqualTo(worker);
    }

    @Test
    void what_is_wished_is_heeded_and_nonsense_is_refused_with_what_is_allowed() throws Exception {
        assertThat(helios.run("worker", "pause", "2h").out()).contains("Kept for the next worker here");
        assertThat(helios.run("up", "--no-window", "--background").exit()).isZero();
        await().atMost(SOON).until(() -> told().at("/state/is").asText().equals("paused"));
        assertThat(helios.run("worker", "why").out()).contains("Paused until").contains("helios worker resume");

        FrontDoor.Outcome never = helios.run("worker", "pause", "never");
        assertThat(never.exit()).isEqualTo(2);
        assertThat(never.out()).contains("30m, 2h, tomorrow");
        FrontDoor.Outcome wrong = helios.run("worker", "preferences", "on-battery=yes", "idle-minutes=99");
        assertThat(wrong.exit()).isEqualTo(2);
        assertThat(wrong.out()).contains("1–30");
        assertThat(helios.run("worker", "preferences").out()).contains("on-battery=no", "idle-minutes=3");

        assertThat(helios.run("worker", "resume").out()).contains("Ready");
        assertThat(helios.run("worker", "finish").out()).contains("Paused until you resume");
        long worker = told().get("process").asLong();
        assertThat(helios.run("worker", "finish", "--quit").exit()).isZero();
        await().atMost(SOON)
                .until(() ->
                        ProcessHandle.of(worker).filter(ProcessHandle::isAlive).isEmpty());
        assertThat(helios.run("worker", "why").out()).contains("No worker runs here");
    }

    private void answers(String what) throws Exception {
        FrontDoor.Outcome answer = helios.run("ask", "--json", "what is 7 plus 5");
        assertThat(answer.exit()).as("%s: %s", what, answer.err()).isZero();
        assertThat(new ObjectMapper().readTree(answer.out()).get("answer").asText())
                .contains("12");
    }

    private JsonNode told() throws IOException {
        try {
            return new ObjectMapper().readTree(Files.readString(helios.data().resolve("worker-state.json")));
        } catch (NoSuchFileException e) {
            return new ObjectMapper().createObjectNode();
        }
    }
}
