/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.protocol.crypto.Sha256;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.wire.JsonCodec;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a full disk, a bad stick or somebody's editor did to the small files beside the models. */
class DamagedModelsTest extends ModelsCommandFixture {

    private static final List<String> NONSENSE =
            List.of("", "null", "[]", "{\"id\": \"small\"", "\u0000\u0001\uFFFD", "[".repeat(100_000));

    private static final byte[] OTHER = "other weights".repeat(100).getBytes(StandardCharsets.UTF_8);

    @Test
    void one_damaged_note_is_named_and_the_other_models_work() throws Exception {
        pullBoth();
        for (String nonsense : NONSENSE) {
            Files.writeString(note("small"), nonsense);

            assertThat(run(Language.EN, "list"))
                    .contains("other  A model", "small  is damaged", "helios models verify --repair small");
            assertThat(run(Language.EN, "verify"))
                    .contains("other: every file is what it should be", "small  is damaged");
            assertThat(run(Language.ES, "verify", "other")).contains("other: cada archivo es el que debe ser");
        }
        assertThat(run(Language.EN, "bench", "small")).contains("small is damaged: what says which files it has");
        assertThat(run(Language.EN, "remove", "other")).contains("other: removed");
        assertThat(folder.models().resolve("content").resolve(Sha256.hex(CONTENT)))
                .as("the files of the damaged one stay")
                .exists();
    }

    @Test
    void a_damaged_note_is_mended_by_repairing_pulling_and_removing() throws Exception {
        pullBoth();
        Files.writeString(note("small"), "");
        assertThat(run(Language.EN, "verify", "--repair")).contains("small: damaged", "small: whole again");
        assertThat(run(Language.EN, "verify", "small")).contains("small: every file is what it should be");

        Files.writeString(note("small"), "noise");
        assertThat(run(Language.EN, "pull", "small")).contains("small: here");
        assertThat(run(Language.EN, "list")).contains("small  A model").doesNotContain("is damaged");

        Files.writeString(note("small"), "noise");
        assertThat(run(Language.EN, "remove", "small")).contains("small: removed");
        assertThat(run(Language.EN, "list")).contains("other  A model").doesNotContain("small");
        assertThat(folder.models().resolve("content").resolve(Sha256.hex(CONTENT)))
                .doesNotExist();
    }

    @Test
    void the_note_of_another_model_is_damage_too() throws Exception {
        pullBoth();
        Files.copy(note("other"), note("third"));

        assertThat(run(Language.EN, "list")).contains("other  A model", "third  is damaged");
    }

    @Test
    void a_damaged_catalogue_on_a_stick_is_named() throws Exception {
        network.offer("small", CONTENT);
        Path stick = Files.createDirectory(temporary.resolve("stick"));
        Files.write(stick.resolve("weights"), CONTENT);
        String sound = JsonCodec.encodeToString(network.offer());
        for (String nonsense : List.of(
                sound.substring(0, sound.length() / 2), "null", "noise", "{\"models\": [null]}", "[".repeat(100_000))) {
            Files.writeString(stick.resolve("catalogue.json"), nonsense);
            assertThat(run(Language.EN, "import", stick.toString()))
                    .contains(stick.resolve("catalogue.json") + " is damaged, or no list of the models");
        }
        assertThat(run(Language.ES, "import", stick.toString())).contains("está dañado o no es la lista");
        Files.writeString(
                stick.resolve("catalogue.json"), sound.replaceAll("\"signature\":\"...", "\"signature\":\"???"));
        assertThat(run(Language.EN, "import", stick.toString())).contains("not signed by the network");
        Files.writeString(stick.resolve("catalogue.json"), sound);
        assertThat(run(Language.EN, "import", stick.toString())).contains("small: taken over");
    }

    @Test
    void links_on_a_stick_that_lead_nowhere_or_round_are_passed_over() throws Exception {
        network.offer("small", CONTENT);
        Path disk = Files.createDirectory(temporary.resolve("disk"));
        Files.createSymbolicLink(disk.resolve("loop"), disk);
        Files.createSymbolicLink(disk.resolve("nowhere"), temporary.resolve("gone"));

        assertThat(run(Language.EN, "import", disk.toString())).contains("there is no whole model of this network");
        assertThat(run(Language.EN, "import", temporary.resolve("gone").toString()))
                .contains("is no folder");
    }

    private void pullBoth() {
        network.offer("small", CONTENT);
        network.offer("other", OTHER);
        assertThat(run(Language.EN, "pull", "small", "other")).contains("small: here", "other: here");
    }

    private Path note(String model) throws Exception {
        return Files.createDirectories(folder.models().resolve("models").resolve(model))
                .resolve(".manifest.json");
    }
}
