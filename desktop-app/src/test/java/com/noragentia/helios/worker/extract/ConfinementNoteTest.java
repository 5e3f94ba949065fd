/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When a confinement is tried, and when what was found before is enough. */
final class ConfinementNoteTest {

    @TempDir
    private Path tools;

    @TempDir
    private Path cache;

    private final List<Confinement> tried = new ArrayList<>();
    private boolean works = true;

    @BeforeEach
    void install() throws Exception {
        install("prlimit");
    }

    @Test
    void what_was_found_is_not_tried_again() {
        assertThat(strongest().tools()).containsExactly("prlimit");
        assertThat(strongest().tools()).containsExactly("prlimit");

        assertThat(tried).hasSize(1);
    }

    @Test
    void that_nothing_works_is_not_tried_again_either() {
        works = false;

        assertThat(strongest().tools()).isEmpty();
        assertThat(strongest().tools()).isEmpty();
        assertThat(tried).hasSize(1);
    }

    @Test
    void a_tool_that_is_new_is_tried() throws Exception {
        assertThat(strongest().tools()).containsExactly("prlimit");

        install("bwrap");

        assertThat(strongest().tools()).containsExactly("prlimit", Bubblewrap.NAME);
    }

    @Test
    void a_tool_that_has_changed_is_tried_again() throws Exception {
        strongest();

        Files.setLastModifiedTime(tools.resolve("prlimit"), FileTime.fromMillis(1_000));
        works = false;

        assertThat(strongest().tools()).isEmpty();
        assertThat(tried).hasSize(2);
    }

    @Test
    void what_proved_wrong_is_tried_again() {
        strongest();

        ConfinementNote.in(cache).forget();
        strongest();

        assertThat(tried).hasSize(2);
    }

    @Test
    void a_note_that_makes_no_sense_is_passed_over() throws Exception {
        strongest();
        Path note = cache.resolve("confinement.txt");

        Files.writeString(note, Files.readString(note).replace("prlimit", "/tmp/anything"));
        assertThat(strongest().tools()).containsExactly("prlimit");
        Files.write(note, new byte[100_000]);
        assertThat(strongest().tools()).containsExactly("prlimit");

        assertThat(tried).hasSize(3);
    }

    private Confinement strongest() {
        ConfinementSearch search = new ConfinementSearch(List.of(tools), List.of(), candidate -> {
            tried.add(candidate);
            return works;
        });
        return ConfinementNote.in(cache).strongest(search);
    }

    private void install(String name) throws Exception {
        assertThat(Files.createFile(tools.resolve(name)).toFile().setExecutable(true))
                .isTrue();
    }
}
