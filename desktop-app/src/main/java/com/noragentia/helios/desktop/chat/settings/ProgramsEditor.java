/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat.settings;

import com.noragentia.helios.desktop.ui.Words;
import com.noragentia.helios.worker.policy.Preference;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Names of programs with commas between them, typed or chosen from what runs. */
final class ProgramsEditor implements PreferenceEditor {

    private static final String NONE = "none";
    private static final int MOST_SHOWN = 200;

    private final TextField names = new TextField();
    private final Label fault = new Label();
    private final VBox box;
    private final Consumer<String> changed;
    private String told = "";

    ProgramsEditor(Words words, Executor ui, Executor background, Consumer<String> changed) {
        this.changed = changed;
        names.setId("programs");
        names.promptTextProperty().bind(words.live("settings.programs.none"));
        names.setOnAction(event -> tell());
        names.focusedProperty().addListener((focus, before, isFocused) -> {
            if (!isFocused) {
                tell();
            }
        });
        fault.getStyleClass().add("setting-fault");
        fault.textProperty().bind(words.live("settings.programs.fault"));
        fault.setWrapText(true);
        fault.managedProperty().bind(fault.visibleProperty());
        fault.setVisible(false);
        MenuButton running = new MenuButton();
        running.textProperty().bind(words.live("settings.programs.add"));
        running.setMinWidth(MenuButton.USE_PREF_SIZE);
        running.getItems().add(new MenuItem());
        running.setOnShowing(event -> background.execute(() -> {
            List<String> found = running();
            ui.execute(() ->
                    running.getItems().setAll(found.stream().map(this::item).toList()));
        }));
        HBox.setHgrow(names, Priority.ALWAYS);
        HBox line = new HBox(names, running);
        line.getStyleClass().add("setting-line");
        box = new VBox(line, fault);
        box.getStyleClass().add("setting-line");
    }

    private static List<String> running() {
        return ProcessHandle.allProcesses()
                .flatMap(process -> process.info().command().stream())
                .map(command -> withoutEnding(Objects.toString(Path.of(command).getFileName(), "")))
                .filter(name -> Preference.PROGRAMS.takes(name) && !name.contains(","))
                .distinct()
                .sorted(String.CASE_INSENSITIVE_ORDER)
                .limit(MOST_SHOWN)
                .toList();
    }

    private static String withoutEnding(String file) {
        return file.toLowerCase(Locale.ROOT).endsWith(".exe") ? file.substring(0, file.length() - 4) : file;
    }

    private MenuItem item(String name) {
        MenuItem item = new MenuItem(name);
        item.setMnemonicParsing(false);
        item.setOnAction(event -> {
            names.setText(String.join(
                    ",", Stream.concat(typed(), Stream.of(name)).distinct().toList()));
            tell();
        });
        return item;
    }

    private Stream<String> typed() {
        return Arrays.stream(names.getText().split(",")).map(String::strip).filter(name -> !name.isEmpty());
    }

    /** What is no list of names stays in the field, with words on what it should be. */
    private void tell() {
        if (names.getText().equals(told)) {
            return;
        }
        told = names.getText();
        String all = String.join(",", typed().toList());
        String value = all.isEmpty() ? NONE : all;
        boolean isFine = Preference.PROGRAMS.takes(value);
        fault.setVisible(!isFine);
        if (isFine) {
            changed.accept(value);
        }
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public Node labelled() {
        return names;
    }

    @Override
    public void show(String value) {
        told = value.equals(NONE) ? "" : value;
        names.setText(told);
        fault.setVisible(false);
    }
}
