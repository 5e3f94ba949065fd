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
    private ProbeVerdict verdict = ProbeVerdict.WORKS;

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
        verdict = ProbeVerdict.REFUSED;

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
        verdict = ProbeVerdict.REFUSED;

        assertThat(strongest().tools()).isEmpty();
        assertThat(tried).hasSize(2);
    }

    @Test
    void what_proved_wrong_is_tried_again() {
        strongest();
        verdict = ProbeVerdict.REFUSED;

        assertThat(ConfinementNote.in(cache).anew(search()))
                .isEqualTo(new ConfinementFound(new Confinement.None(), true));
        assertThat(strongest().tools()).isEmpty();

        assertThat(tried).hasSize(2);
    }

    /** A computer without a moment's time or memory says nothing about its tools. */
    @Test
    void what_is_not_clear_is_neither_noted_nor_stepped_down_from() {
        verdict = ProbeVerdict.UNCLEAR;
        assertThat(strongest().tools()).containsExactly("prlimit");
        assertThat(tried).hasSize(1);

        verdict = ProbeVerdict.WORKS;
        assertThat(strongest().tools()).containsExactly("prlimit");
        verdict = ProbeVerdict.UNCLEAR;
        assertThat(ConfinementNote.in(cache).anew(search()).isCertain()).isFalse();
        assertThat(strongest().tools()).containsExactly("prlimit");

        assertThat(tried).as("the note outlived what was not clear").hasSize(3);
    }

    @Test
    void tools_that_are_there_and_do_without_are_known_by_name() throws Exception {
        install("bwrap");

        assertThat(search().without(new Confinement.None())).containsExactly("prlimit", Bubblewrap.NAME);
        assertThat(search().without(search().candidates().getFirst())).isEmpty();
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
        return ConfinementNote.in(cache).strongest(search()).confinement();
    }

    private ConfinementSearch search() {
        return new ConfinementSearch(List.of(tools), List.of(), candidate -> {
            tried.add(candidate);
            return verdict;
        });
    }

    private void install(String name) throws Exception {
        assertThat(Files.createFile(tools.resolve(name)).toFile().setExecutable(true))
                .isTrue();
    }
}
