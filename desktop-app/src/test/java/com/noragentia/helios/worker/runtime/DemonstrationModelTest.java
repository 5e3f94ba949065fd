/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OrtException;
import com.noragentia.helios.protocol.crypto.Sha256;
import com.noragentia.helios.protocol.model.ModelFile;
import com.noragentia.helios.protocol.model.ModelManifest;
import com.noragentia.helios.protocol.wire.JsonCodec;
import com.noragentia.helios.worker.model.Begun;
import com.noragentia.helios.worker.model.ClasspathSource;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the small chat model that comes with Helios promises in its README. */
class DemonstrationModelTest {

    private static final String FOLDER = "classpath:/models/helios-demo-1/";
    private static final List<String> FILES =
            List.of("model_q4.onnx", "tokenizer.json", "tokenizer_config.json", "config.json");
    private static final double PROMISED_SHARE = 0.99;
    private static final int MOST_BYTES = 6_000_000;

    @TempDir
    private static Path folder;

    @BeforeAll
    static void lay() throws Exception {
        Runtimes.roomy();
        for (String name : FILES) {
            try (InputStream in = open(name)) {
                Files.copy(in, folder.resolve(name));
            }
        }
    }

    @Test
    void it_answers_unseen_questions_exactly() throws Exception {
        List<String> wrong = new ArrayList<>();
        Map<String, Integer> wrongByCategory = new TreeMap<>();
        Map<String, Integer> askedByCategory = new TreeMap<>();
        List<ExaminationQuestion> questions = ExaminationQuestion.all();
        try (PlainLoop loop = loop()) {
            for (ExaminationQuestion question : questions) {
                String answer = loop.answer(question.prompt());
                askedByCategory.merge(question.category(), 1, Integer::sum);
                if (!answer.equals(question.answer())) {
                    wrong.add(question.question() + " → " + answer + " (right: " + question.answer() + ")");
                    wrongByCategory.merge(question.category(), 1, Integer::sum);
                }
            }
        }

        assertThat(questions).hasSizeGreaterThan(500);
        assertThat(1 - wrong.size() / (double) questions.size())
                .as("wrong by category: %s of %s; %s", wrongByCategory, askedByCategory, wrong)
                .isGreaterThanOrEqualTo(PROMISED_SHARE);
    }

    @Test
    void a_wrong_answer_would_be_noticed() throws Exception {
        try (PlainLoop loop = loop()) {
            assertThat(loop.answer("<|im_start|>user\n27 + 58<|im_end|>\n<|im_start|>assistant\n"))
                    .isEqualTo("27 + 58 = 77 + 8 = 85.");
            assertThat(loop.answer("<|im_start|>user\n27 + 59<|im_end|>\n<|im_start|>assistant\n"))
                    .isNotEqualTo("27 + 58 = 77 + 8 = 85.");
        }
    }

    @Test
    void any_text_comes_back_from_its_tokens() throws IOException {
        try (HuggingFaceTokenizer tokenizer = HuggingFaceTokenizer.newInstance(folder.resolve("tokenizer.json"))) {
            for (String text : List.of(
                    "What is 27 plus 58?",
                    "¿Cómo se deletrea “ñandú”? «Güe» 'a'",
                    "<|im_start|>user\nHi<|im_end|>\n<|endoftext|>",
                    "日本 \t\n\n  x²½ 😀 e\u0301 it's snake_case")) {
                long[] tokens = tokenizer.encode(text, false, false).getIds();

                assertThat(tokenizer.decode(tokens, false)).isEqualTo(text);
            }
        }
    }

    @Test
    void control_tokens_are_one_token_each_and_figures_stand_alone() throws IOException {
        try (HuggingFaceTokenizer tokenizer = HuggingFaceTokenizer.newInstance(folder.resolve("tokenizer.json"))) {
            assertThat(tokenizer.encode("<|im_start|><|im_end|>", false, false).getIds())
                    .containsExactly(1, 2);
            assertThat(tokenizer.encode("1984", false, false).getIds()).hasSize(4);
        }
    }

    @Test
    void its_manifest_describes_the_files_beside_it() throws Exception {
        List<ModelFile> listed = manifest().files();

        List<ModelFile> found = new ArrayList<>();
        for (ModelFile file : listed) {
            byte[] content = Files.readAllBytes(folder.resolve(file.name()));
            URI source = URI.create(FOLDER + file.name());
            found.add(new ModelFile(file.name(), content.length, Sha256.hex(content), List.of(source)));
        }
        assertThat(listed).isEqualTo(found).extracting(ModelFile::name).containsExactlyElementsOf(FILES);
        assertThat(listed.stream().mapToLong(ModelFile::bytes).sum()).isLessThan(MOST_BYTES);
    }

    @Test
    void its_graph_passes_the_inspection_of_every_download() throws Exception {
        GraphInspection.of(manifest()).inspect(folder.resolve("model_q4.onnx"));
    }

    private static ModelManifest manifest() throws Exception {
        try (InputStream in = open("manifest.json")) {
            return JsonCodec.decode(in.readAllBytes(), ModelManifest.class, 10_000);
        }
    }

    private static PlainLoop loop() throws OrtException, IOException {
        return new PlainLoop(folder.resolve("model_q4.onnx"), folder.resolve("tokenizer.json"));
    }

    private static InputStream open(String name) throws IOException {
        return new ClasspathSource(DemonstrationModelTest.class.getClassLoader())
                .open(URI.create(FOLDER + name), Begun.NOTHING)
                .content();
    }
}
