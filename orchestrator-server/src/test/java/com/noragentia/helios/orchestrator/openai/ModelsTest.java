/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.openai;

import static com.noragentia.helios.orchestrator.openai.ErrorsTest.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.noragentia.helios.orchestrator.trial.Worker;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What may be asked now. */
class ModelsTest {

    private Surface surface;

    @BeforeEach
    void start(@TempDir Path data) {
        surface = new Surface(data, Clock.systemUTC());
    }

    @AfterEach
    void stop() {
        surface.close();
    }

    @Test
    void those_are_listed_that_somebody_hosts_and_the_name_for_any() {
        assertThat(ids()).containsExactly("helios");
        try (Worker _ = Worker.joinToDemonstrate(surface.owner()).ready()) {
            assertThat(ids()).contains("helios", "helios-retrieval-1", Worker.DEMONSTRATION);
            JsonNode any = list().at("/data/0");
            assertThat(any.path("id").textValue()).isEqualTo("helios");
            assertThat(any.path("object").textValue()).isEqualTo("model");
            assertThat(any.path("owned_by").textValue()).isEqualTo("helios");
            assertThat(any.path("created").isIntegralNumber()).isTrue();
            assertThat(any.at("/helios/experts").toString()).contains("chat", "document", "embedding");
        }
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> ids().equals(List.of("helios")));
    }

    @Test
    void one_is_told_of_by_its_name() {
        try (Worker _ = Worker.joinToDemonstrate(surface.owner()).ready()) {
            JsonNode model = Surface.json(surface.program().get("/v1/models/" + Worker.DEMONSTRATION));

            assertThat(model.path("id").textValue()).isEqualTo(Worker.DEMONSTRATION);
            assertThat(model.at("/helios/named_only").booleanValue()).isTrue();
        }
        refused(surface.program().get("/v1/models/nobody"), 404, "model_not_found", "model");
    }

    private JsonNode list() {
        return Surface.json(surface.program().get("/v1/models"));
    }

    private List<String> ids() {
        return list().path("data").findValuesAsText("id");
    }
}
