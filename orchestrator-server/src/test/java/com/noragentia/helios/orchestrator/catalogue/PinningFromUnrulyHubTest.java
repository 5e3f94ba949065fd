/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.noragentia.helios.orchestrator.catalogue.PinFailure.Kind;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a hub may do instead of giving the file that was asked for. */
class PinningFromUnrulyHubTest extends PinningFixture {

    @Test
    void a_file_that_is_publicly_known_must_be_the_one() {
        UnpinnedModel known = model("b".repeat(64));
        hub.put(known, CONTENT);

        assertFails(known, Kind.OTHER_HASH);
        assertThat(data.resolve("incoming")).isDirectoryNotContaining("glob:**.part");
        assertThat(data.resolve("small.json")).doesNotExist();
    }

    @Test
    void a_hash_that_the_hub_itself_names_must_fit() {
        hub.put(model, CONTENT);
        hub.then((request, content) -> {
            request.getResponseHeaders().set("X-Linked-Etag", "\"" + "c".repeat(64) + "\"");
            request.sendResponseHeaders(200, content.length);
            request.getResponseBody().write(content);
        });

        assertFails(model, Kind.OTHER_HASH);
    }

    @Test
    void a_download_that_breaks_off_is_gone_on_with_also_the_next_time() throws Exception {
        hub.put(model, CONTENT);
        hub.then(LocalHub.cutHalfWay());
        pin(model);

        assertThat(hub.ranges()).first().isEqualTo("bytes=50000-");
        assertThat(rests).hasSize(1);
    }

    @Test
    void a_hub_that_is_busy_is_asked_again_and_one_that_stays_so_given_up() throws Exception {
        hub.put(model, CONTENT);
        hub.then(LocalHub.status(503), LocalHub.status(429));
        pin(model);
        assertThat(rests).hasSize(2);

        hub.then(LocalHub.status(500), LocalHub.status(500), LocalHub.status(500), LocalHub.status(500));
        assertFails(model, Kind.UNREACHABLE);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404, 410, 416})
    void a_hub_that_will_not_is_asked_once(int status) {
        hub.put(model, CONTENT);
        hub.then(LocalHub.status(status));

        assertFails(model, Kind.NOT_OFFERED);
        assertThat(rests).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://192.0.2.1/x",
                "http://169.254.169.254/x",
                "http://u:p@127.0.0.1/x",
                "ftp://127.0.0.1/x",
                "file:///etc/passwd",
                "/cdn/%zz"
            })
    void a_redirect_out_of_https_is_refused(String location) {
        hub.put(model, CONTENT);
        hub.then(LocalHub.redirect(location));

        assertFails(model, Kind.NOT_OFFERED);
    }

    @Test
    void redirects_in_a_circle_are_left() {
        for (int i = 0; i < 9; i++) {
            hub.then(LocalHub.redirect("/again"));
        }

        assertFails(model, Kind.NOT_OFFERED);
    }

    @Test
    void a_file_of_unknown_or_absurd_length_is_refused() {
        hub.put(model, CONTENT);
        hub.then(LocalHub.ofUnknownLength());
        assertFails(model, Kind.NOT_OFFERED);

        hub.then(LocalHub.promising(HubDownload.MAX_FILE_BYTES + 1));
        assertFails(model, Kind.TOO_LARGE);
    }

    @Test
    void a_repository_that_changes_while_it_is_pinned_is_told() {
        hub.put(model, CONTENT);
        hub.then((request, content) -> {
            request.getResponseHeaders().set("X-Repo-Commit", "f".repeat(40));
            request.sendResponseHeaders(200, content.length);
            request.getResponseBody().write(content);
        });

        assertFails(model, Kind.CHANGED_MEANWHILE);
        assertThat(data.resolve("small.json")).doesNotExist();
    }

    @Test
    void a_hub_without_tls_outside_this_computer_is_not_asked() {
        Pinning pinning = new Pinning(folder(), key, URI.create("http://192.0.2.1"), rests::add);

        assertThatExceptionOfType(PinFailure.class)
                .isThrownBy(() -> pinning.pin(model, (_, _, _) -> {}))
                .matches(failure -> failure.kind() == Kind.NOT_OFFERED);
    }
}
