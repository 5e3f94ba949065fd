/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.noragentia.helios.protocol.model.ModelManifest;
import com.noragentia.helios.protocol.wire.JsonCodec;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClasspathSourceTest {

    private final ClasspathSource source = new ClasspathSource(ClasspathSourceTest.class.getClassLoader());

    @TempDir
    private Path folder;

    @Test
    void every_model_of_the_bundled_catalogue_is_inside_the_program() throws Exception {
        ModelStore store = new ModelStore(folder.resolve("store"), List.of(source));
        List<ModelManifest> models = bundled();
        assertThat(models).isNotEmpty();
        for (ModelManifest model : models) {
            assertThat(store.ensure(model, done -> {})).hasSameSizeAs(model.files());
        }
        assertThat(store.list()).hasSameSizeAs(models);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"classpath:/../../etc/passwd", "classpath:relative", "classpath:/a/../b", "classpath:/none"})
    void what_is_not_plainly_inside_is_refused(String address) {
        assertThatThrownBy(() -> source.open(URI.create(address), Begun.NOTHING).close())
                .isInstanceOf(IOException.class);
    }

    @Test
    void other_addresses_are_left_to_others() {
        assertThat(source.serves(URI.create("https://example.com/x"))).isFalse();
        assertThat(source.serves(URI.create("classpath:/x"))).isTrue();
    }

    private static List<ModelManifest> bundled() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(ClasspathSourceTest.class.getResourceAsStream("/catalogue/bundled.json"))) {
            return JsonCodec.decode(in.readAllBytes(), Catalogue.class, 1 << 20).models();
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Catalogue(List<ModelManifest> models) {}
}
