/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.noragentia.helios.computer.Readings;
import com.noragentia.helios.installation.DataFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyFilesTest {

    @TempDir
    private Path folder;

    private PolicyFiles files() throws IOException {
        return new PolicyFiles(new DataFolder(folder).create());
    }

    private void write(String name, String content) throws IOException {
        Files.writeString(folder.resolve(name), content);
    }

    @Test
    void what_is_kept_is_read_back_and_the_rest_is_usual() throws IOException {
        PolicyFiles files = files();
        assertThat(files.preferences().preferences().value(Preference.IDLE_MINUTES))
                .isEqualTo("3");
        List<Object> before = files.versions();

        files.keep(Preferences.USUAL.with(Preference.IDLE_MINUTES, "7"));

        assertThat(files.versions()).isNotEqualTo(before);
        assertThat(files.preferences().preferences().said()).containsOnly(Map.entry(Preference.IDLE_MINUTES, "7"));
        assertThat(files.preferences().faults()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[1,2]", "null", "\"yes\"", "{\"a\":1} tail", "\u0000\u0000", "{\"a\":{\"b\":"})
    void a_damaged_file_is_set_aside_and_told(String content) throws IOException {
        write(PolicyFiles.PREFERENCES, content);

        PolicyFiles.Said said = files().preferences();

        assertThat(said.faults()).containsExactly(PolicyFiles.PREFERENCES);
        assertThat(said.preferences().said()).isEmpty();
        assertThat(folder.resolve(PolicyFiles.PREFERENCES)).doesNotExist();
        assertThat(folder.resolve(PolicyFiles.PREFERENCES + PolicyFiles.ASIDE)).hasContent(content);
        assertThat(files().preferences().faults()).as("told once, then gone").isEmpty();
    }

    @Test
    void a_file_that_is_far_too_long_is_not_read_whole() throws IOException {
        write(PolicyFiles.PREFERENCES, "{\"work\":\"" + "x".repeat(1_000_000) + "\"}");

        assertThat(files().preferences().faults()).containsExactly(PolicyFiles.PREFERENCES);
    }

    @Test
    void a_setting_that_is_none_or_out_of_range_is_told_and_the_others_hold() throws IOException {
        write(
                PolicyFiles.PREFERENCES,
                "{\"idle-minutes\":\"31\",\"on-battery\":\"maybe\",\"evil\\u001b[2J\":\"1\",\"battery-percent\":\"-4\","
                        + "\"hours\":\"mon 25-30\",\"programs\":{},\"cores-in-use-percent\":\"99999999999\",\"on-metered\":\"yes\"}");

        PolicyFiles.Said said = files().preferences();

        assertThat(said.preferences().said()).containsOnlyKeys(Preference.ON_METERED);
        assertThat(said.faults())
                .containsExactlyInAnyOrder(
                        "idle-minutes",
                        "on-battery",
                        "evil?[2J",
                        "battery-percent",
                        "hours",
                        "programs",
                        "cores-in-use-percent");
    }

    @Test
    void a_wish_outlives_the_worker_and_a_damaged_one_is_to_contribute() throws IOException {
        PolicyFiles files = files();
        assertThat(files.wish()).isEqualTo(new Wish.Contribute());
        Wish.Pause pause = new Wish.Pause(Instant.parse("2026-11-23T12:00:00Z"));
        for (Wish wish : List.of(pause, new Wish.Pause(null), new Wish.FinishThenPause(), new Wish.FinishThenQuit())) {
            files.wish(wish);
            assertThat(files().wish()).isEqualTo(wish);
        }
        write(PolicyFiles.WISH, "{\"wish\":\"dance\"}");
        assertThat(files.wish()).isEqualTo(new Wish.Contribute());
    }

    @Test
    void only_a_worker_that_lives_is_believed() throws IOException {
        PolicyFiles files = files();
        WorkerState state = new WorkerState.Idle(Reason.IN_USE, "3", 0);
        Told told = new Told(ProcessHandle.current().pid(), state, 1, 2, Set.of(Readings.Kind.HEAT), List.of("x"));
        assertThat(files.told()).isEmpty();
        files.tell(told);
        assertThat(files.told()).contains(told);
        files.tell(new Told(Long.MAX_VALUE, state, 1, 2, Set.of(), List.of()));
        assertThat(files.told()).isEmpty();
        write(PolicyFiles.STATE, "{\"process\":1");
        assertThat(files.told()).isEmpty();
        files.forget();
        assertThat(folder.resolve(PolicyFiles.STATE)).doesNotExist();
    }

    @Test
    void every_usual_value_is_one_that_is_allowed() {
        for (Preference preference : Preference.values()) {
            assertThat(preference.takes(preference.usual()))
                    .as(preference.key())
                    .isTrue();
            assertThat(preference.takes("")).as(preference.key()).isFalse();
            assertThat(preference.takes("x".repeat(100_000)))
                    .as(preference.key())
                    .isFalse();
            assertThat(Preference.ofKey(preference.key())).contains(preference);
        }
        assertThatThrownBy(() -> Preferences.USUAL.with(Preference.IDLE_MINUTES, "0"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
