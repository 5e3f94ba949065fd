/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.blob;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.orchestrator.store.SqliteStore;
import com.noragentia.helios.orchestrator.store.Store;
import com.noragentia.helios.orchestrator.trial.TestClock;
import com.noragentia.helios.protocol.api.BlobStored;
import com.noragentia.helios.protocol.crypto.Sha256;
import com.noragentia.helios.protocol.task.FileType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlobLinkTest {

    private static final byte[] TEXT = "a few words".getBytes(StandardCharsets.UTF_8);
    private static final String HASH = Sha256.hex(TEXT);

    private final TestClock clock = new TestClock();
    private Store store;
    private BlobShelf shelf;
    private BlobLinks links;

    @BeforeEach
    void open(@TempDir Path folder) {
        store = SqliteStore.open(folder.resolve("test.db"));
        shelf = new BlobShelf(store, clock, new BlobFolder(folder.resolve("blobs")));
        links = new BlobLinks(store, clock, "a secret of thirty-two characters");
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void a_link_is_good_once() {
        Parts link = parts(links.link(HASH, "lease"));
        assertThat(redeem(link)).isTrue();
        assertThat(redeem(link)).isFalse();
    }

    @Test
    void a_link_ends() {
        Parts link = parts(links.link(HASH, "lease"));
        clock.pass(BlobLinks.LIFE);
        assertThat(redeem(link)).isFalse();
    }

    @Test
    void a_changed_link_is_worthless() {
        Parts link = parts(links.link(HASH, "lease"));
        String other = Sha256.hex(new byte[1]);
        assertThat(links.redeem(other, link.lease(), link.expires(), link.signature()))
                .isFalse();
        assertThat(links.redeem(HASH, "another", link.expires(), link.signature()))
                .isFalse();
        assertThat(links.redeem(HASH, link.lease(), link.expires() + 1, link.signature()))
                .isFalse();
        assertThat(redeem(link)).isTrue();
    }

    @Test
    void a_used_link_stays_used_while_it_could_still_be_good() {
        Parts link = parts(links.link(HASH, "lease"));
        assertThat(redeem(link)).isTrue();
        links.forgetExpired();
        assertThat(redeem(link)).isFalse();
    }

    @Test
    void a_file_stays_while_a_job_holds_it_and_goes_afterwards() throws IOException {
        BlobStored stored = shelf.put("member", "note.txt", new ByteArrayInputStream(TEXT));
        store.write(tx -> {
            shelf.hold(
                    tx,
                    "job",
                    shelf.find(tx, "member", stored.blob(), FileType.TEXT).orElseThrow());
            return true;
        });
        clock.pass(BlobShelf.UNHELD_LIFE.plus(Duration.ofSeconds(1)));

        shelf.sweep();
        assertThat(shelf.fileOf(HASH)).exists();

        store.write(tx -> {
            shelf.release(tx, "job");
            return true;
        });
        shelf.sweep();
        assertThat(shelf.fileOf(HASH)).doesNotExist();
        assertThat(find("member")).isEmpty();
    }

    @Test
    void a_file_that_two_members_brought_outlives_the_first_one() throws IOException {
        shelf.put("early", "note.txt", new ByteArrayInputStream(TEXT));
        clock.pass(BlobShelf.UNHELD_LIFE.minusMinutes(1));
        shelf.put("late", "note.txt", new ByteArrayInputStream(TEXT));
        clock.pass(Duration.ofMinutes(2));

        shelf.sweep();

        assertThat(find("early")).isEmpty();
        assertThat(find("late")).isPresent();
        assertThat(shelf.fileOf(HASH)).hasBinaryContent(TEXT);
    }

    private Optional<StoredBlob> find(String member) {
        return store.read(tx -> shelf.find(tx, member, HASH, FileType.TEXT));
    }

    private boolean redeem(Parts link) {
        return links.redeem(HASH, link.lease(), link.expires(), link.signature());
    }

    private record Parts(String lease, long expires, String signature) {}

    private static Parts parts(URI link) {
        Matcher matcher =
                Pattern.compile(".*\\?lease=(.+)&expires=(\\d+)&signature=(.+)").matcher(link.toString());
        assertThat(matcher.matches()).isTrue();
        return new Parts(matcher.group(1), Long.parseLong(matcher.group(2)), matcher.group(3));
    }
}
