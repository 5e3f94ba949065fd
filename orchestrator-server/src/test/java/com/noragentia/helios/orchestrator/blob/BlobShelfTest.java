/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.blob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.noragentia.helios.orchestrator.store.SqliteStore;
import com.noragentia.helios.orchestrator.store.Store;
import com.noragentia.helios.orchestrator.trial.TestClock;
import com.noragentia.helios.protocol.crypto.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files and the rights to them stay in step, whatever fails. */
class BlobShelfTest {

    private static final Duration SOON = Duration.ofSeconds(5);
    private static final byte[] TEXT = "a few words".getBytes(StandardCharsets.UTF_8);
    private static final String HASH = Sha256.hex(TEXT);

    private final TestClock clock = new TestClock();
    private Path folder = Path.of("");
    private Store store;
    private BlobShelf shelf;

    @BeforeEach
    void open(@TempDir Path data) {
        folder = data.resolve("blobs");
        store = SqliteStore.open(data.resolve("test.db"));
        shelf = new BlobShelf(store, clock, new BlobFolder(folder));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void an_upload_that_cannot_be_noted_leaves_no_file() throws IOException {
        refuseBlobs();
        assertThatThrownBy(() -> put("ada")).isInstanceOf(RuntimeException.class);
        await().atMost(SOON).until(() -> files().isEmpty());
    }

    @Test
    void an_upload_that_cannot_be_noted_takes_the_file_from_nobody_else() throws IOException {
        put("ada");
        refuseBlobs();
        assertThatThrownBy(() -> put("eve")).isInstanceOf(RuntimeException.class);
        store.write(_ -> true);
        store.write(_ -> true);
        assertThat(shelf.fileOf(HASH)).hasBinaryContent(TEXT);
    }

    @Test
    void a_file_that_comes_anew_while_it_is_swept_stays() throws Exception {
        put("ada");
        clock.pass(BlobShelf.UNHELD_LIFE.plusSeconds(1));
        CompletableFuture<Boolean> gate = new CompletableFuture<>();
        CompletableFuture<Boolean> held = store.submit(_ -> gate.join());
        // Both wait behind the held unit, so that one commit takes them together.
        CompletableFuture<Void> sweep = CompletableFuture.runAsync(shelf::sweep);
        CompletableFuture<Boolean> upload = CompletableFuture.supplyAsync(() -> put("bob"));
        gate.complete(true);
        CompletableFuture.allOf(held, sweep, upload).join();
        assertThat(shelf.fileOf(HASH)).hasBinaryContent(TEXT);
    }

    @Test
    void what_a_crash_left_behind_is_deleted_at_the_next_start() throws IOException {
        put("ada");
        String orphan = "ab".repeat(32);
        Path lost = folder.resolve("ab").resolve(orphan);
        Files.createDirectories(folder.resolve("ab"));
        Files.writeString(lost, "nobody's");
        Files.writeString(folder.resolve("incoming").resolve("upload1.part"), "half");

        new BlobWiring(store, clock, folder, "a secret of thirty-two characters", _ -> "ada");

        assertThat(files()).containsExactly(shelf.fileOf(HASH));
    }

    @Test
    void what_the_orchestrator_withdraws_is_gone_unless_a_member_has_it_too() throws IOException {
        String alone = shelf.offer("b.txt", "other words".getBytes(StandardCharsets.UTF_8))
                .blob();
        String shared = shelf.offer("a.txt", TEXT).blob();
        put("ada");
        assertThat(files()).hasSize(2);

        store.write(tx -> {
            shelf.withdraw(tx, alone);
            shelf.withdraw(tx, shared);
            return true;
        });
        store.write(_ -> true);

        assertThat(files()).containsExactly(shelf.fileOf(HASH));
    }

    private boolean put(String member) {
        try {
            return shelf.put(member, "a.txt", new ByteArrayInputStream(TEXT))
                    .blob()
                    .equals(HASH);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void refuseBlobs() {
        store.write(tx -> tx.handle().execute("""
                CREATE TRIGGER refuse BEFORE INSERT ON blob BEGIN SELECT RAISE(ABORT, 'on purpose'); END
                """));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
