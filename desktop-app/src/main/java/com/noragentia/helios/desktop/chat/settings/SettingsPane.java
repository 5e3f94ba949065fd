/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat.settings;

import com.noragentia.helios.desktop.ui.Icon;
import com.noragentia.helios.desktop.ui.Look;
import com.noragentia.helios.desktop.ui.SoughtWords;
import com.noragentia.helios.desktop.ui.Words;
import com.noragentia.helios.worker.policy.Preference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** All settings below each other, with a search over them. UI thread only. */
final class SettingsPane extends BorderPane {

    private final Map<Label, List<SettingRow>> sections = new LinkedHashMap<>();
    private final TextField search = new TextField();
    private final Label nothing = new Label();
    private final Words words;
    private final WorkerSettings settings;

    SettingsPane(Words words, Look look, WorkerSettings settings, Executor ui, Executor background) {
        this.words = words;
        this.settings = settings;
        getStyleClass().add("settings");
        WorkerRows worker = new WorkerRows(settings, words, ui, background);
        section("window", new WindowRows(words, look).all());
        section(
                "when",
                worker.of(
                        Preference.WORK,
                        Preference.ONLY_WHEN_IDLE,
                        Preference.IDLE_MINUTES,
                        Preference.NOT_IN_FULL_SCREEN,
                        Preference.PROGRAMS,
                        Preference.HOURS));
        section(
                "how-much",
                worker.of(
                        Preference.CORES_IN_USE_PERCENT,
                        Preference.CORES_AWAY_PERCENT,
                        Preference.OTHERS_IN_USE_PERCENT,
                        Preference.OTHERS_AWAY_PERCENT,
                        Preference.FREE_MEMORY_MB,
                        Preference.FREE_DISK_GB));
        section(
                "power",
                worker.of(
                        Preference.ON_BATTERY,
                        Preference.BATTERY_PERCENT,
                        Preference.ON_METERED,
                        Preference.MOST_CELSIUS));
        VBox column = new VBox();
        column.getStyleClass().add("settings-column");
        sections.forEach((title, rows) -> {
            column.getChildren().add(title);
            column.getChildren().addAll(rows);
        });
        nothing.getStyleClass().add("setting-why");
        nothing.textProperty()
                .bind(words.live(phrases -> phrases.say("settings.nothing", search.getText()), search.textProperty()));
        column.getChildren().add(nothing);
        ScrollPane scroll = new ScrollPane(column);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        setTop(head());
        setCenter(scroll);
        setBottom(foot());
        search.textProperty().subscribe(this::find);
    }

    private void section(String name, List<SettingRow> rows) {
        Label title = new Label();
        title.getStyleClass().add("settings-title");
        title.textProperty().bind(words.live("settings.section." + name));
        sections.put(title, rows);
    }

    private Node head() {
        search.setId("settings-search");
        search.promptTextProperty().bind(words.live("settings.search"));
        search.accessibleTextProperty().bind(words.live("settings.search"));
        HBox.setHgrow(search, Priority.ALWAYS);
        HBox head = new HBox(new Icon(Feather.SEARCH), search);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("settings-head");
        return head;
    }

    private void find(String typed) {
        SoughtWords sought = SoughtWords.of(typed);
        boolean isAny = false;
        for (Map.Entry<Label, List<SettingRow>> section : sections.entrySet()) {
            boolean isHere = false;
            for (SettingRow row : section.getValue()) {
                boolean tells = row.tellsOf(sought);
                row.showIf(tells);
                isHere |= tells;
            }
            section.getKey().setVisible(isHere);
            section.getKey().setManaged(isHere);
            isAny |= isHere;
        }
        nothing.setVisible(!isAny);
        nothing.setManaged(!isAny);
    }

    private Node foot() {
        Label note = new Label();
        note.setWrapText(true);
        note.getStyleClass().add("setting-why");
        note.textProperty()
                .bind(words.live(
                        phrases -> {
                            if (settings.isUnsaved().get()) {
                                return phrases.say("settings.unsaved");
                            }
                            List<String> faults = settings.faults().get();
                            return faults.isEmpty()
                                    ? phrases.say("settings.at-once")
                                    : phrases.say("settings.faults", String.join(", ", faults));
                        },
                        settings.isUnsaved(),
                        settings.faults()));
        Button again = button("settings.save-again", settings::save);
        showWhile(again, settings.isUnsaved().map(is -> is));
        Button undo = button("settings.undo", settings::undo);
        showWhile(undo, settings.before().map(all -> true).orElse(false));
        Button usual = button("settings.all-usual", settings::makeAllUsual);
        usual.setId("settings-all-usual");
        usual.disableProperty()
                .bind(settings.preferences().map(now -> now.said().isEmpty()));
        HBox.setHgrow(note, Priority.ALWAYS);
        note.setMaxWidth(Double.MAX_VALUE);
        HBox foot = new HBox(note, again, undo, usual);
        foot.setAlignment(Pos.CENTER_LEFT);
        foot.getStyleClass().add("settings-foot");
        return foot;
    }

    private Button button(String key, Runnable action) {
        Button button = new Button();
        button.setId(key.replace('.', '-'));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.textProperty().bind(words.live(key));
        button.setOnAction(event -> action.run());
        return button;
    }

    private static void showWhile(Node node, ObservableValue<Boolean> isThere) {
        node.visibleProperty().bind(isThere);
        node.managedProperty().bind(node.visibleProperty());
    }

    void focusSearch() {
        search.requestFocus();
        search.selectAll();
    }
}
