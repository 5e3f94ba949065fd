/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat.settings;

import com.noragentia.helios.desktop.ui.Words;
import com.noragentia.helios.worker.policy.WeekTable;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** The hours of the week, in a grid, with tables that many choose as buttons. */
final class HoursEditor implements PreferenceEditor {

    private final WeekGrid grid;
    private final Label never = new Label();
    private final Words words;
    private final Consumer<String> changed;
    private final VBox box;

    HoursEditor(Words words, Consumer<String> changed) {
        this.words = words;
        this.changed = changed;
        grid = new WeekGrid(words, this::tell);
        never.getStyleClass().add("setting-fault");
        never.setWrapText(true);
        never.textProperty().bind(words.live("settings.hours.never"));
        never.managedProperty().bind(never.visibleProperty());
        never.setVisible(false);
        FlowPane tables = new FlowPane(
                table("always", "always"),
                table("nights", "mon-sun 0-8, mon-sun 22-24"),
                table("outside-work", "mon-fri 0-8, mon-fri 18-24, sat-sun 0-24"),
                table("weekend", "sat-sun 0-24"));
        tables.getStyleClass().add("setting-tables");
        box = new VBox(tables, grid, never);
        box.getStyleClass().add("setting-line");
    }

    private Button table(String name, String hours) {
        Button button = new Button();
        button.setId("hours-" + name);
        button.textProperty().bind(words.live("settings.hours." + name));
        button.setOnAction(event -> {
            grid.show(WeekTable.of(hours));
            tell(WeekTable.of(hours));
        });
        return button;
    }

    private void tell(WeekTable hours) {
        never.setVisible(hours.isNever());
        if (!hours.isNever()) {
            changed.accept(hours.words());
        }
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public void show(String value) {
        if (!grid.shows(WeekTable.of(value))) {
            grid.show(WeekTable.of(value));
            never.setVisible(false);
        }
    }
}
