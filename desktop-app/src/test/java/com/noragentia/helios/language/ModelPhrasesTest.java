/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.noragentia.helios.protocol.model.ModelManifest;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.worker.expert.ModelFailure;
import com.noragentia.helios.worker.runtime.GraphInspection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Why a model is not here is said to people in their language. */
class ModelPhrasesTest {

    private static final Path SOURCES = Path.of("src/main/java/com/noragentia/helios/worker");
    private static final Pattern TOLD = Pattern.compile("told\\(\\s*(?:e,\\s*)?\"([a-z-]+)\"");
    private static final Pattern REFUSED =
            Pattern.compile("new (?:MalformedModel|NotOffered)Exception\\(\\s*\"([a-z-]+)\",");

    private final ModelPhrases english = new ModelPhrases(Language.EN);
    private final ModelPhrases spanish = new ModelPhrases(Language.ES);

    @TempDir
    private Path folder;

    @Test
    void every_reason_that_the_worker_tells_has_words() throws IOException {
        Set<String> reasons = new TreeSet<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            files.filter(file -> file.toString().endsWith(".java")).forEach(file -> {
                String source = read(file);
                addAll(reasons, TOLD.matcher(source));
                addAll(reasons, REFUSED.matcher(source));
            });
        }
        assertThat(reasons).hasSizeGreaterThan(25).contains("took-too-much", "graph-operator", "not-fetched-length");
        assertThat(reasons).allMatch(english::has).allMatch(spanish::has);
    }

    @Test
    void what_inspection_refuses_is_said_in_both_languages() throws Exception {
        Path file = Files.write(folder.resolve("model.onnx"), new byte[] {1, 2, 3});

        ModelFailure refused = catchThrowableOfType(
                ModelFailure.class, () -> GraphInspection.of(manifest()).inspect(file));

        assertThat(english.sentence(refused.phrase().orElseThrow(), refused.values()))
                .startsWith("model.onnx is refused: it is damaged");
        assertThat(spanish.sentence(refused.phrase().orElseThrow(), refused.values()))
                .startsWith("Se rechaza model.onnx: está dañado");
    }

    private static ModelManifest manifest() {
        return new ModelManifest("m", "M", List.of(), List.of(), "CC0-1.0", 1, List.of());
    }

    private static void addAll(Set<String> reasons, Matcher matcher) {
        while (matcher.find()) {
            reasons.add(matcher.group(1));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
