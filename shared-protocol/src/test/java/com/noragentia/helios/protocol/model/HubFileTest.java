/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HubFileTest {

    private final HubFile file = new HubFile("owner/model-0.5B", "main", "onnx/model_q4.onnx");

    @Test
    void its_address_is_read_back() {
        assertThat(HubFile.of(file.address())).contains(file);
        assertThat(file.name()).isEqualTo("model_q4.onnx");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://hub.example", "https://hub.example/"})
    void a_hub_serves_it_under_resolve(String hub) {
        assertThat(file.at("abc123").at(URI.create(hub)))
                .hasToString("https://hub.example/owner/model-0.5B/resolve/abc123/onnx/model_q4.onnx");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hub:/owner/model/main",
                "hub:/owner/model/main/../secret",
                "hub:/owner/model/main/a//b",
                "hub:/owner/model/main/.git/config",
                "hub:owner/model/main/a",
                "hub:/owner/model/main/a%2F..%2Fb",
                "https:/owner/model/main/a",
                "hub:/owner/model/main/a?b"
            })
    void other_addresses_mean_no_file(String address) {
        URI uri = URI.create(address);
        assertThat(HubFile.of(uri).map(HubFile::address)).isNotEqualTo(Optional.of(uri));
    }

    @ParameterizedTest
    @CsvSource({"owner, main, a", "owner/../x, main, a", "owner/model, ma/in, a", "owner/model, main, /etc/passwd"})
    void what_could_lead_elsewhere_cannot_be_written_down(String repository, String revision, String path) {
        assertThatIllegalArgumentException().isThrownBy(() -> new HubFile(repository, revision, path));
    }
}
