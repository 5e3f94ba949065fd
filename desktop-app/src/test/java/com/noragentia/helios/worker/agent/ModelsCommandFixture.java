/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.installation.DataFolder;
import com.noragentia.helios.language.Phrases;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.worker.expert.ModelFailure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code helios models} on a computer that joined a small network. */
abstract class ModelsCommandFixture {

    static final byte[] CONTENT = "the weights of a small model".repeat(1_000).getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path temporary;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    DataFolder folder;
    SmallNetwork network;

    @BeforeEach
    void join() throws IOException {
        folder = new DataFolder(temporary.resolve("data")).create();
        network = new SmallNetwork();
        network.join(folder);
    }

    @AfterEach
    void close() {
        network.close();
    }

    void limits(String json) throws IOException {
        Files.writeString(folder.file("model-limits.json"), json);
    }

    /** What it says. */
    String run(Language language, String... arguments) {
        said.reset();
        Phrases phrases = Phrases.beside(WorkerMain.class, "worker", language);
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        new CommandLine(new ModelsCommand(out, phrases))
                .setExecutionExceptionHandler((e, line, parsed) -> {
                    assertThat(e).isInstanceOf(ModelFailure.class);
                    out.println(WorkerMain.reason(phrases, e));
                    return 1;
                })
                .execute(Stream.concat(
                                Arrays.stream(arguments),
                                Stream.of("--data", folder.root().toString()))
                        .toArray(String[]::new));
        return said.toString(StandardCharsets.UTF_8);
    }
}
