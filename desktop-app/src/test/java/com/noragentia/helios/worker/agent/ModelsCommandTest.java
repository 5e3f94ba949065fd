/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.installation.DeviceIdentity;
import com.noragentia.helios.installation.FolderLock;
import com.noragentia.helios.installation.Membership;
import com.noragentia.helios.protocol.crypto.Sha256;
import com.noragentia.helios.protocol.model.ModelFamily;
import com.noragentia.helios.protocol.model.ModelManifest;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.wire.JsonCodec;
import com.noragentia.helios.worker.model.ModelStore;
import com.noragentia.helios.worker.model.StoreLimits;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

/** {@code helios models} against a network with a mirror. */
class ModelsCommandTest extends ModelsCommandFixture {

    @Test
    void a_model_is_pulled_from_the_mirror_listed_verified_and_removed() {
        network.offer("small", CONTENT);

        assertThat(run(Language.EN, "pull", "small")).contains("small: here, and every file is what it should be");
        assertThat(run(Language.EN)).contains("small  A model · chat · 1 MB · CC0-1.0");
        assertThat(run(Language.EN, "verify")).contains("small: every file is what it should be");
        assertThat(run(Language.ES, "remove", "small")).contains("small: eliminado");
        assertThat(run(Language.EN, "list")).contains("no models on this computer yet");
    }

    @Test
    void a_damaged_file_of_a_fetched_model_is_removed_named_and_fetched_again_on_request() throws Exception {
        network.offer("small", CONTENT);
        run(Language.EN, "pull", "small");
        Path file = folder.models().resolve("content").resolve(Sha256.hex(CONTENT));
        Files.write(file, new byte[CONTENT.length]);

        assertThat(run(Language.EN, "verify"))
                .contains("small: damaged or gone, and removed: small.bin", "helios models verify --repair small");
        assertThat(file).doesNotExist();
        assertThat(run(Language.ES, "list")).contains("small  faltan archivos", "verify --repair small");

        assertThat(run(Language.EN, "verify", "--repair")).contains("small: whole again");
        assertThat(file).hasBinaryContent(CONTENT);
        assertThat(run(Language.EN, "verify", "small")).contains("small: every file is what it should be");
    }

    @Test
    void a_file_that_cannot_be_had_again_is_told() throws Exception {
        network.offer("small", CONTENT);
        run(Language.EN, "pull", "small");
        Files.write(folder.models().resolve("content").resolve(Sha256.hex(CONTENT)), new byte[5]);
        network.lie();

        assertThat(run(Language.ES, "verify", "--repair"))
                .contains("estaba dañado", "small.bin no ha superado la verificación");
    }

    @Test
    void what_the_network_offers_beside_is_named_on_request() {
        network.offer("small", CONTENT);

        assertThat(run(Language.EN, "list", "--network")).contains("small  A model", "· not here");
        assertThat(run(Language.EN, "list")).doesNotContain("small");
    }

    @Test
    void a_mirror_that_lies_is_told_in_the_users_language() {
        network.offer("small", CONTENT);
        network.lie();

        assertThat(run(Language.ES, "pull", "small"))
                .contains("small.bin no ha superado la verificación y se ha eliminado.");
        assertThat(run(Language.EN, "list")).contains("no models on this computer yet");
    }

    @Test
    void a_model_that_is_not_offered_or_not_stored_is_told() {
        assertThat(run(Language.EN, "pull", "other")).contains("The network offers no model other");
        assertThat(run(Language.EN, "remove", "../other")).contains("No model ../other is stored here");
    }

    @Test
    void one_manifest_of_a_stranger_spoils_the_catalogue() {
        ModelManifest manifest = network.offer("small", CONTENT);
        network.offerUnsigned(manifest);

        assertThat(run(Language.EN, "pull", "small")).contains("not signed by the network");
        assertThat(folder.models().resolve("catalogue.json")).doesNotExist();
    }

    @Test
    void a_token_that_the_network_forgot_is_asked_for_again() throws Exception {
        ModelManifest one = network.offer("one", CONTENT);
        ModelManifest two = network.offer("two", new byte[5_000]);
        Membership membership = Membership.of(folder).orElseThrow();
        try (ModelPlaces places = new ModelPlaces(
                membership, DeviceIdentity.of(folder, new SecureRandom()).key())) {
            ModelStore store = new ModelStore(folder.models(), places.sources(), StoreLimits.USUAL);
            store.ensure(one, done -> {});
            network.forgetTokens();
            store.ensure(two, done -> {});
            assertThat(store.list()).hasSize(2);
        }
        assertThat(network.refused()).hasSize(1);
    }

    @Test
    void a_stick_with_a_catalogue_needs_no_network_and_one_without_models_is_said_to_have_none() throws Exception {
        network.offer("small", CONTENT);
        Path stick = Files.createDirectory(temporary.resolve("stick"));
        Files.write(stick.resolve("weights"), CONTENT);
        Files.write(stick.resolve("catalogue.json"), JsonCodec.encode(network.offer()));
        network.close();

        assertThat(run(Language.EN, "import", stick.toString())).contains("small: taken over");
        assertThat(run(Language.EN, "import", stick.toString())).contains("small: was here already");
        Files.delete(stick.resolve("weights"));
        assertThat(run(Language.EN, "import", stick.toString()))
                .contains("there is no whole model of this network")
                .doesNotContain("was here already");
    }

    @Test
    void a_file_on_a_stick_that_is_another_is_refused_in_the_users_language() throws Exception {
        network.offer("small", CONTENT);
        Path stick = Files.createDirectory(temporary.resolve("stick"));
        Files.write(stick.resolve("weights"), new byte[CONTENT.length]);

        assertThat(run(Language.ES, "import", stick.toString()))
                .contains("small: no se ha tomado. small.bin no ha superado la verificación");
    }

    @Test
    void a_stick_with_the_catalogue_of_another_network_is_not_taken() throws Exception {
        Path stick = Files.createDirectory(temporary.resolve("stick"));
        Files.write(stick.resolve("weights"), CONTENT);
        try (SmallNetwork other = new SmallNetwork()) {
            other.offer("small", CONTENT);
            Files.write(stick.resolve("catalogue.json"), JsonCodec.encode(other.offer()));
        }

        assertThat(run(Language.EN, "import", stick.toString())).contains("not signed by the network");
        assertThat(run(Language.EN, "list")).contains("no models on this computer yet");
    }

    @Test
    void a_language_model_is_measured_and_what_is_none_is_said_to_be_none() throws Exception {
        ModelManifest manifest = network.offer("small", CONTENT);
        run(Language.EN, "pull", "small");
        assertThat(manifest.traits().family()).isNotEqualTo(ModelFamily.CAUSAL_LM);
        assertThat(run(Language.EN, "bench", "small")).contains("small is no language model");
        assertThat(run(Language.ES, "bench", "other")).contains("Aquí no está guardado ningún modelo other");

        BundledParts.store(folder).ensure(BundledCatalogue.find("helios-demo-1").orElseThrow(), done -> {});

        assertThat(run(Language.EN, "bench", "helios-demo-1"))
                .containsPattern("helios-demo-1: reads [1-9][0-9]+ and writes [1-9][0-9]+ tokens a second");
    }

    @Test
    void a_manifest_on_disk_that_nobody_signed_is_neither_loaded_nor_repaired() throws Exception {
        network.offer("small", CONTENT);
        run(Language.EN, "pull", "small");
        Path note = folder.models().resolve("models/small/.manifest.json");
        Files.writeString(note, Files.readString(note).replace("A model", "Another"));

        assertThat(run(Language.EN, "bench", "small"))
                .contains("small is not among the models that your network signed");
        Files.write(folder.models().resolve("content").resolve(Sha256.hex(CONTENT)), new byte[5]);
        assertThat(run(Language.ES, "verify", "--repair")).contains("small no está entre los modelos que firmó tu red");
    }

    @Test
    void nothing_is_measured_beside_a_running_worker() throws Exception {
        network.offer("small", CONTENT);
        run(Language.EN, "pull", "small");

        try (FolderLock worker = FolderLock.take(folder, "worker").orElseThrow()) {
            assertThat(worker).isNotNull();
            assertThat(run(Language.EN, "bench", "small")).contains("A worker is running");
        }
        assertThat(run(Language.EN, "bench", "small")).contains("small is no language model");
    }

    @Test
    void limits_of_the_owner_hold_and_nonsense_in_them_is_told() throws Exception {
        network.offer("small", CONTENT);
        limits("{\"monthlyMegabytes\": 0, \"diskMegabytes\": 9000000000000000}");
        assertThat(run(Language.EN, "list"))
                .contains("diskMegabytes in model-limits.json of the data folder is 9000000000000000.")
                .contains("from 0 to 1000000000000.");
        limits("{\"kilobytesPerSecond\": 15}");
        assertThat(run(Language.ES, "list"))
                .contains("kilobytesPerSecond, en model-limits.json", "0, sin límite, o", "de 16 a");
        limits("{\"diskMegabyte\\n\": 4000}");
        assertThat(run(Language.EN, "list"))
                .contains("diskMegabyte? in model-limits.json of the data folder is no setting.", "diskMegabytes, ");
        assertThat(run(Language.ES, "list")).contains("no es un ajuste");
        limits("{\"parallelFiles\": 9}");
        assertThat(run(Language.EN, "list")).contains("parallelFiles", "is 9.", "from 1 to 8.");
        limits("{\"monthlyMegabytes\": -1}");
        assertThat(run(Language.EN, "list")).contains("monthlyMegabytes", "is -1.");
        limits("{\"diskMegabytes\": \"much\"}");
        assertThat(run(Language.EN, "list")).contains("model-limits.json of the data folder cannot be understood");
        limits("{\"freeMegabytes\": 9000000000}");
        assertThat(ModelLimits.of(folder).monthlyBytes()).isEqualTo(StoreLimits.USUAL.monthlyBytes());
        assertThat(run(Language.EN, "pull", "small")).contains("There is no room: 1 MB are needed", "freeMegabytes");
    }

    @Test
    void which_model_makes_room_is_said_in_words_and_logged_to_a_file() throws Exception {
        network.offer("small", CONTENT);
        network.offer("large", new byte[1_990_000]);
        limits("{\"diskMegabytes\": 2}");
        run(Language.EN, "pull", "small");
        assertThat(run(Language.EN, "pull", "large"))
                .contains("small: removed, as it was not used for longest", "large: here");
        assertThat(folder.logs().resolve("models.log")).content().contains("model small makes room");
    }

    @Test
    void what_comes_with_the_program_needs_no_network() {
        network.close();
        assertThat(run(Language.EN, "pull", "helios-demo-1"))
                .contains("helios-demo-1: comes with the program, and is here");
        assertThat(run(Language.ES, "verify", "helios-demo-1"))
                .contains("helios-demo-1: cada archivo es el que debe ser");
    }

    @Test
    void what_a_worker_has_fetched_stays_until_it_is_released() throws Exception {
        ModelManifest manifest = network.offer("small", CONTENT);
        run(Language.EN, "pull", "small");
        StoredFiles files = new StoredFiles(BundledParts.store(folder));
        assertThat(files.fetch(manifest, transfer -> {})).containsKey("small.bin");

        assertThat(run(Language.EN, "remove", "small")).contains("loaded just now");
        files.release(manifest);

        assertThat(run(Language.EN, "remove", "small")).contains("removed");
    }
}
