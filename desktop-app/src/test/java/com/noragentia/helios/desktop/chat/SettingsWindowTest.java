/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.worker.policy.Preference;
import com.noragentia.helios.worker.policy.Preferences;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SettingsWindowTest {

    @TempDir
    private Path folder;

    private ChatFixture window;

    @BeforeEach
    void open() throws TimeoutException {
        window = new ChatFixture(folder);
    }

    @AfterEach
    void close() {
        window.close();
    }

    private Scene settings() {
        window.robot.press(KeyCode.CONTROL).type(KeyCode.COMMA).release(KeyCode.CONTROL);
        await().until(() -> window.onUi(() -> shown().isPresent()));
        return window.onUi(SettingsWindowTest::shown).orElseThrow().getScene();
    }

    private static Optional<Stage> shown() {
        return Window.getWindows().stream()
                .filter(one -> one instanceof Stage stage && stage.getScene().lookup("#settings-search") != null)
                .map(Stage.class::cast)
                .findFirst();
    }

    private <T extends Node> T find(Scene scene, String query, Class<T> kind) {
        return window.onUi(() -> kind.cast(Objects.requireNonNull(scene.lookup(query), query)));
    }

    private void press(Scene scene, String query) {
        window.doOnUi(find(scene, query, ButtonBase.class)::fire);
    }

    private Preferences kept() {
        return window.policy.preferences().preferences();
    }

    private void awaitKept(Preference preference, String value) {
        await().untilAsserted(() -> assertThat(kept().value(preference)).isEqualTo(value));
    }

    @ParameterizedTest
    @EnumSource
    void each_preference_of_the_worker_has_its_row(Preference preference) {
        Labeled name = find(settings(), "#settings-" + preference.key() + " .setting-name", Labeled.class);

        assertThat(name.getText()).isNotBlank();
    }

    @Test
    void the_keyboard_moves_a_slider_and_the_worker_reads_it() {
        Scene scene = settings();
        Slider minutes = find(scene, "#settings-idle-minutes .slider", Slider.class);
        window.doOnUi(minutes::requestFocus);
        window.robot.type(KeyCode.RIGHT).type(KeyCode.RIGHT);

        awaitKept(Preference.IDLE_MINUTES, "5");
        assertThat(find(scene, "#settings-idle-minutes .setting-value", Labeled.class)
                        .getText())
                .isEqualTo("5 min");
        assertThat(minutes.getAccessibleText()).isEqualTo("Nobody uses it after");
    }

    @Test
    void what_was_set_by_a_command_is_shown_and_stays_as_it_was_said() throws IOException {
        window.policy.keep(Preferences.USUAL.with(Preference.CORES_AWAY_PERCENT, "37"));
        Scene scene = settings();
        Slider cores = find(scene, "#settings-cores-away-percent .slider", Slider.class);

        await().until(() -> window.onUi(cores::getValue) == 37);
        press(scene, "#settings-on-metered .check-box");
        awaitKept(Preference.ON_METERED, "yes");
        assertThat(kept().value(Preference.CORES_AWAY_PERCENT)).isEqualTo("37");
    }

    @Test
    void a_number_out_of_range_becomes_the_nearest_and_letters_are_not_taken() {
        Scene scene = settings();
        Spinner<?> disk = find(scene, "#settings-free-disk-gb .spinner", Spinner.class);
        window.doOnUi(() -> disk.getEditor().setText("x12"));
        assertThat(window.onUi(() -> disk.getEditor().getText())).isEqualTo("5");

        window.doOnUi(() -> {
            disk.getEditor().setText("9999999");
            disk.commitValue();
        });
        awaitKept(Preference.FREE_DISK_GB, "100000");
    }

    @Test
    void hours_are_drawn_with_the_keyboard_and_a_week_without_any_is_not_kept() {
        Scene scene = settings();
        press(scene, "#hours-weekend");
        awaitKept(Preference.HOURS, "sat-sun 0-24");

        Node grid = find(scene, "#hours", Node.class);
        window.doOnUi(grid::requestFocus);
        window.robot.type(KeyCode.RIGHT).type(KeyCode.SPACE);
        awaitKept(Preference.HOURS, "mon 1-2, sat-sun 0-24");
        assertThat(grid.getAccessibleText()).isEqualTo("Monday, 1 to 2 h");

        window.robot.type(KeyCode.SPACE).type(KeyCode.UP).type(KeyCode.ENTER);
        awaitKept(Preference.HOURS, "sat 0-24");
        window.robot.type(KeyCode.UP).type(KeyCode.ENTER);
        await().until(() ->
                window.onUi(() -> scene.lookup("#settings-hours .setting-fault").isVisible()));
        assertThat(kept().value(Preference.HOURS)).isEqualTo("sat 0-24");
    }

    @Test
    void a_name_that_is_none_stays_in_the_field_and_is_told() {
        Scene scene = settings();
        TextField programs = find(scene, "#programs", TextField.class);
        window.doOnUi(() -> {
            programs.requestFocus();
            programs.setText("steam, obs");
        });
        window.robot.type(KeyCode.ENTER);
        awaitKept(Preference.PROGRAMS, "steam,obs");

        window.doOnUi(() -> programs.setText("steam; rm -rf /"));
        window.robot.type(KeyCode.ENTER);
        await().until(() -> window.onUi(
                () -> scene.lookup("#settings-programs .setting-fault").isVisible()));
        assertThat(programs.getText()).isEqualTo("steam; rm -rf /");
        assertThat(kept().value(Preference.PROGRAMS)).isEqualTo("steam,obs");
    }

    @Test
    void all_becomes_usual_and_that_can_be_taken_back() {
        Scene scene = settings();
        press(scene, "#settings-only-when-idle .check-box");
        awaitKept(Preference.ONLY_WHEN_IDLE, "no");

        press(scene, "#settings-all-usual");
        await().until(() -> kept().said().isEmpty());
        press(scene, "#settings-undo");
        awaitKept(Preference.ONLY_WHEN_IDLE, "no");
    }

    @Test
    void the_search_knows_no_accents_and_says_when_nothing_is_found() {
        Scene scene = settings();
        TextField search = find(scene, "#settings-search", TextField.class);
        window.doOnUi(() -> {
            window.chat.words().language().set(Language.ES);
            search.setText("bateria");
        });
        assertThat(isShown(scene, "#settings-on-battery")).isTrue();
        assertThat(isShown(scene, "#settings-battery-percent")).isTrue();
        assertThat(isShown(scene, "#settings-hours")).isFalse();

        window.doOnUi(() -> search.setText("zzz"));
        assertThat(isShown(scene, "#settings-on-battery")).isFalse();
        await().until(() -> window.onUi(() -> scene.getRoot().lookupAll(".label").stream()
                .anyMatch(label ->
                        label.isVisible() && ((Labeled) label).getText().contains("«zzz»"))));
    }

    private boolean isShown(Scene scene, String query) {
        return window.onUi(() -> scene.lookup(query).isVisible());
    }

    @Test
    void what_cannot_be_written_is_told_and_tried_once_more() throws IOException {
        Scene scene = settings();
        press(scene, "#settings-on-metered .check-box");
        awaitKept(Preference.ON_METERED, "yes");
        Path file = folder.resolve("worker-preferences.json");
        Files.delete(file);
        Path inTheWay = Files.createDirectories(file.resolve("in the way"));
        press(scene, "#settings-on-battery .check-box");
        Button again = find(scene, "#settings-save-again", Button.class);
        await().until(() -> window.onUi(again::isVisible));

        Files.delete(inTheWay);
        Files.delete(file);
        window.doOnUi(again::fire);
        awaitKept(Preference.ON_BATTERY, "yes");
        await().until(() -> !window.onUi(again::isVisible));
    }

    @Test
    void who_works_for_others_always_is_asked_nothing_more() {
        Scene scene = settings();
        press(scene, "#settings-work .check-box");
        awaitKept(Preference.WORK, "always");

        Slider minutes = find(scene, "#settings-idle-minutes .slider", Slider.class);
        await().until(() -> window.onUi(minutes::isDisabled));
    }

    @Test
    void the_language_is_chosen_here_too_and_the_window_closes_with_escape() {
        Scene scene = settings();
        window.doOnUi(() -> {
            @SuppressWarnings("unchecked")
            ComboBox<Language> language = (ComboBox<Language>) scene.lookup("#settings-language-choice");
            language.setValue(Language.ES);
        });
        window.awaitText("Nuevo chat");
        assertThat(window.onUi(() -> ((Stage) scene.getWindow()).getTitle())).isEqualTo("Ajustes");

        window.doOnUi(find(scene, "#settings-search", TextField.class)::requestFocus);
        window.robot.type(KeyCode.ESCAPE);
        await().until(() -> window.onUi(() -> shown().isEmpty()));
    }
}
