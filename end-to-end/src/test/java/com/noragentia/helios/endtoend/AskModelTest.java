/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Questions to a language model through the whole network, by name. */
class AskModelTest {

    private static final String DEMO = "helios-demo-1";

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
    void a_model_that_is_named_answers_and_says_what_it_is() throws Exception {
        FrontDoor.Outcome json = helios.run("ask", "--json", "--model", DEMO, "what is 7 plus 5");
        assertThat(json.exit()).as(json.err()).isZero();
        JsonNode answer = new ObjectMapper().readTree(json.out());
        assertThat(answer.get("answer").asText()).contains("12");
        assertThat(answer.get("model").asText()).isEqualTo(DEMO);
        assertThat(answer.at("/written/stop_reason").asText()).isEqualTo("stop");
        assertThat(answer.at("/written/demonstration").asBoolean()).isTrue();

        FrontDoor.Outcome text = helios.run("ask", "--model", DEMO, "what is 7 plus 5");
        assertThat(text.out())
                .contains("12")
                .contains("This is a demonstration model")
                .contains(DEMO);

        FrontDoor.Outcome usual = helios.run("ask", "--json", "what is 7 plus 5");
        assertThat(new ObjectMapper().readTree(usual.out()).get("model").asText())
                .isNotEqualTo(DEMO);

        FrontDoor.Outcome unknown = helios.run("ask", "--model", "gpt", "what is 7 plus 5");
        assertThat(unknown.exit()).isEqualTo(1);
        assertThat(unknown.err()).contains("gpt").contains(DEMO).contains("helios-retrieval-1");
    }
}
