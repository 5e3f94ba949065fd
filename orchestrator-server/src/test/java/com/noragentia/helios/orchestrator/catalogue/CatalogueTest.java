/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.noragentia.helios.orchestrator.trial.Network;
import com.noragentia.helios.protocol.crypto.SigningKey;
import com.noragentia.helios.protocol.model.ModelFamily;
import com.noragentia.helios.protocol.model.ModelManifest;
import com.noragentia.helios.protocol.model.ModelTraits;
import com.noragentia.helios.protocol.task.Expert;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.wire.JsonCodec;
import com.noragentia.helios.protocol.wire.WireException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueTest {

    private final SigningKey key = Network.newKey();

    @Test
    void without_anything_pinned_only_what_comes_with_the_program_is_offered(@TempDir Path folder) throws Exception {
        Catalogue catalogue = Catalogue.open(key, new PinnedFolder(folder.resolve("missing")));

        assertThat(ids(catalogue)).isEqualTo(ids(Catalogue.bundled(key))).isNotEmpty();
        assertThat(ids(catalogue))
                .doesNotContainAnyElementsOf(
                        Catalogue.production().stream().map(UnpinnedModel::id).toList());
    }

    @Test
    void the_production_set_has_every_kind_of_model_in_both_languages_where_language_matters() {
        List<UnpinnedModel> models = Catalogue.production();

        assertThat(models).extracting(UnpinnedModel::id).doesNotHaveDuplicates();
        assertThat(models.stream().map(model -> model.traits().family()))
                .contains(ModelFamily.CAUSAL_LM, ModelFamily.ENCODER, ModelFamily.CROSS_ENCODER)
                .contains(ModelFamily.ENCODER_DECODER, ModelFamily.VISION);
        for (Expert expert : List.of(Expert.CHAT, Expert.AUDIO, Expert.EMBEDDING, Expert.IMAGE)) {
            assertThat(models)
                    .as("%s in Spanish", expert)
                    .anyMatch(model -> model.experts().contains(expert)
                            && model.languages().contains(Language.ES));
        }
        assertThat(models).allMatch(model -> model.memoryBytes() > model.aboutBytes());
        assertThat(models).noneMatch(model -> model.traits().demonstration());
    }

    /** As the kinds of models that the worker knows; its own test says the same. */
    @Test
    void it_knows_which_models_no_worker_of_this_version_runs() {
        assertThat(Catalogue.production())
                .filteredOn(model -> !model.canBeRun())
                .extracting(UnpinnedModel::id)
                .containsExactly("ms-marco-minilm-l4-v2");
    }

    @Test
    void a_decoder_says_how_much_it_can_take_in() {
        assertThat(Catalogue.production())
                .filteredOn(model -> model.traits().family() == ModelFamily.CAUSAL_LM)
                .hasSize(3)
                .allMatch(model -> model.traits().contextTokens() > 0);
    }

    @Test
    void an_unpinned_model_cannot_be_read_as_a_manifest() {
        for (UnpinnedModel model : Catalogue.production()) {
            assertThatExceptionOfType(WireException.class)
                    .isThrownBy(() -> JsonCodec.decode(JsonCodec.encode(model), ModelManifest.class, 100_000));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"../secret", "/etc/passwd", "a//b", ".git/config", "", "a b"})
    void a_path_that_leads_out_of_the_repository_cannot_be_written_down(String path) {
        assertThatIllegalArgumentException().isThrownBy(() -> of(path));
    }

    @Test
    void two_files_that_would_have_one_name_with_workers_are_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> of("onnx/model.onnx", "model.onnx"));
        assertThatIllegalArgumentException().isThrownBy(CatalogueTest::of);
    }

    private static UnpinnedModel of(String... paths) {
        return new UnpinnedModel(
                "m",
                "M",
                List.of(),
                List.of(),
                "MIT",
                1,
                ModelTraits.PLAIN,
                "owner/model",
                "main",
                List.of(paths).stream()
                        .map(path -> new UnpinnedModel.UnpinnedFile(path, null, null))
                        .toList());
    }

    private static List<String> ids(Catalogue catalogue) {
        return catalogue.models().stream().map(model -> model.manifest().id()).toList();
    }
}
