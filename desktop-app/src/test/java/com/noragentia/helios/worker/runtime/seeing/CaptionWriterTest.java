/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.seeing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.noragentia.helios.protocol.model.ModelFamily;
import com.noragentia.helios.worker.expert.ModelFailure;
import com.noragentia.helios.worker.runtime.decoding.Tokens;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How captions are written, and when they end. */
final class CaptionWriterTest {

    private static final int END = 9;
    private static final String CONFIG = """
            {"model_type": "vision-encoder-decoder", "decoder": {"model_type": "gpt2", "vocab_size": 50257, "n_positions": 1024}}
            """;
    private static final String WRITING = """
            {"bos_token_id": 50256, "decoder_start_token_id": 50256, "eos_token_id": 50256, "pad_token_id": 50256, "max_length": 16}
            """;

    @TempDir
    private Path folder;

    /** Tokens that come one after the other, whatever is read. */
    private static List<Integer> written(int most, int phrase, int... next) throws Exception {
        int[] place = {0};
        CaptionConfig config = new CaptionConfig(10, END, List.of(END), most, phrase);
        Tokens tokens = new CaptionWriter(config, token -> {
                    float[] row = new float[10];
                    row[5] = 1; // second best
                    row[next[place[0]++ % next.length]] = 2;
                    return row;
                })
                .write();
        return IntStream.range(0, tokens.size()).mapToObj(tokens::get).toList();
    }

    @Test
    void a_caption_ends_with_the_end_which_may_be_the_start_too() throws Exception {
        assertThat(written(20, 0, 1, 2, 3, END, 4)).containsExactly(1, 2, 3);
        assertThat(written(20, 0, END)).isEmpty();
    }

    @Test
    void a_caption_that_never_ends_is_cut() throws Exception {
        assertThat(written(4, 0, 1, 2, 3, 4, 6, 7, 8)).containsExactly(1, 2, 3, 4);
    }

    @Test
    void what_goes_round_in_circles_is_said_once() throws Exception {
        assertThat(written(100, 0, 1, 2, 3)).containsExactly(1, 2, 3);
        assertThat(written(100, 0, 4)).containsExactly(4);
        assertThat(written(20, 0, 4, 4, 1, END)).containsExactly(4, 4, 1);
    }

    @Test
    void a_phrase_that_may_not_come_twice_gives_way_to_the_next_best() throws Exception {
        assertThat(written(20, 2, 1, 2, 3, 1, 2, END)).containsExactly(1, 2, 3, 1, 5);
    }

    @Test
    void the_files_of_the_hub_are_read() throws Exception {
        assertThat(read(CONFIG, WRITING)).isEqualTo(new CaptionConfig(50_257, 50_256, List.of(50_256), 16, 0));
        assertThat(read(CONFIG, WRITING.replace("\"eos_token_id\": 50256", "\"eos_token_id\": [50256, 13]"))
                        .ends())
                .containsExactly(50_256, 13);
        assertThat(read(CONFIG, WRITING.replace("\"max_length\": 16", "\"max_length\": 1000000"))
                        .mostTokens())
                .isEqualTo(CaptionConfig.MOST_TOKENS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "50257|0",
                "50257|2000000000",
                "50257|50256",
                "\"eos_token_id\": 50256|\"eos_token_id\": []",
                "\"eos_token_id\": 50256|\"eos_token_id\": [50257]",
                "\"eos_token_id\": 50256|\"eos_token_id\": \"</s>\"",
                "\"decoder_start_token_id\": 50256|\"decoder_start_token_id\": -1",
                "\"max_length\": 16|\"max_length\": 0",
                "\"max_length\": 16|\"no_repeat_ngram_size\": 1000",
                "\"decoder_start_token_id\": 50256,|",
            })
    void what_cannot_be_is_refused(String right, String wrong) {
        String other = wrong == null ? "" : wrong;
        assertThat(CONFIG + WRITING).contains(right);
        assertThatExceptionOfType(ModelFailure.class)
                .isThrownBy(() -> read(CONFIG.replace(right, other), WRITING.replace(right, other)));
    }

    private CaptionConfig read(String config, String writing) throws ModelFailure, IOException {
        return new SmallModel(folder, ModelFamily.ENCODER_DECODER)
                .with("config.json", config)
                .with("generation_config.json", writing)
                .read(CaptionConfig::read);
    }
}
