/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Columns are user, nice, system, idle. */
class CrowdedOutTest {

    @TempDir
    private Path folder;

    private Path stat;

    @BeforeEach
    void start() throws IOException {
        stat = folder.resolve("stat");
        says("cpu  1000 500 100 9000 50 0 0 0 0 0\ncpu0 1 2 3 4");
    }

    private void says(String text) throws IOException {
        Files.writeString(stat, text);
    }

    @Test
    void other_programs_that_take_all_cores_crowd_the_worker_out() throws IOException {
        CrowdedOut crowded = new CrowdedOut(stat, () -> true);

        says("cpu  1180 505 115 9000 50 0 0 0 0 0");

        assertThat(crowded.isSo()).isTrue();
    }

    @Test
    void what_the_worker_itself_takes_crowds_nobody_out() throws IOException {
        CrowdedOut crowded = new CrowdedOut(stat, () -> true);

        says("cpu  1010 700 100 9000 50 0 0 0 0 0");

        assertThat(crowded.isSo()).isFalse();
    }

    @Test
    void what_was_before_does_not_count() throws IOException {
        CrowdedOut crowded = new CrowdedOut(stat, () -> true);
        says("cpu  1200 500 100 9000 50 0 0 0 0 0");
        assertThat(crowded.isSo()).isTrue();

        says("cpu  1200 500 100 9200 50 0 0 0 0 0");

        assertThat(crowded.isSo()).isFalse();
        assertThat(crowded.isSo()).as("no time has passed").isFalse();
    }

    @Test
    void where_no_worker_runs_there_is_none_to_crowd_out() throws IOException {
        CrowdedOut crowded = new CrowdedOut(stat, () -> false);

        says("cpu  1200 500 100 9000 50 0 0 0 0 0");

        assertThat(crowded.isSo()).isFalse();
    }

    @Test
    void where_the_system_does_not_tell_nothing_is_said() throws IOException {
        assertThat(new CrowdedOut(folder.resolve("none"), () -> true).isSo()).isFalse();
        says("");
        assertThat(new CrowdedOut(stat, () -> true).isSo()).isFalse();
        says("cpu many 1 2 3");
        assertThat(new CrowdedOut(stat, () -> true).isSo()).isFalse();
        says("cpu 1");
        assertThat(new CrowdedOut(stat, () -> true).isSo()).isFalse();
    }
}
