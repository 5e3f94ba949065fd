/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.noragentia.helios.worker.expert.ModelFailure;
import com.noragentia.helios.worker.runtime.ModelSpace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EndTokensTest {

    @TempDir
    private Path folder;

    @Test
    void every_file_that_names_one_counts() throws Exception {
        assertThat(tokens("config.json", "{\"eos_token_id\": 7}")).containsExactly(7);
        assertThat(tokens("generation_config.json", "{\"eos_token_id\": [3, 5]}"))
                .containsExactlyInAnyOrder(3, 5, 7);
        assertThat(tokens("tokenizer_config.json", "{\"eos_token\": \"<s>\"}")).containsExactlyInAnyOrder(1, 3, 5, 7);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"eos_token_id\": -1}",
                "{\"eos_token_id\": 99999}",
                "{\"eos_token_id\": \"7\"}",
                "{\"eos_token_id\": [1, null]}",
                "{\"eos_token_id\": 1.5}",
                "{\"eos_token_id\": 4294967296}",
                "{\"eos_token_id\": {}}",
                "{}",
                "[]",
                "{",
                "{\"eos_token_id\": null}",
            })
    void what_is_no_token_is_a_failure_of_the_model(String config) {
        assertThatThrownBy(() -> tokens("config.json", config)).isInstanceOf(ModelFailure.class);
    }

    @Test
    void a_description_that_is_too_large_is_a_failure_of_the_model() {
        assertThatThrownBy(() -> tokens("config.json", " ".repeat(ConfigFile.MAX_BYTES + 1)))
                .isInstanceOf(ModelFailure.class)
                .hasMessage("config.json has over 8388608 bytes");
    }

    private Set<Integer> tokens(String name, String content) throws IOException, ModelFailure {
        Files.writeString(folder.resolve(name), content);
        CraftedTokenizer.pieces().write(folder.resolve("tokenizer.json"));
        List<Path> files = new ArrayList<>();
        try (var all = Files.list(folder)) {
            all.forEach(files::add);
        }
        try (ModelSpace space = OpenTokenizer.space(files.toArray(Path[]::new))) {
            return EndTokens.of(space, HuggingFaceTextTokenizer.open(space, "tokenizer.json"));
        }
    }
}
