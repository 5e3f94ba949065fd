/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat;

import com.noragentia.helios.desktop.ui.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** All keys and what they do, over the window; any key or a click puts it away. */
final class ShortcutSheet extends StackPane {

    private final Words words;
    private final GridPane grid = new GridPane();

    ShortcutSheet(Words words) {
        this.words = words;
        setId("shortcut-sheet");
        getStyleClass().add("sheet-shade");
        Label title = new Label();
        title.getStyleClass().add("sheet-title");
        title.textProperty().bind(words.live("keys"));
        grid.getStyleClass().add("sheet-grid");
        ColumnConstraints what = new ColumnConstraints();
        what.setHgrow(Priority.ALWAYS);
        ColumnConstraints keys = new ColumnConstraints();
        keys.setMinWidth(USE_PREF_SIZE);
        keys.setHalignment(HPos.RIGHT);
        grid.getColumnConstraints().addAll(what, keys);
        ScrollPane scroll = new ScrollPane(new VBox(title, grid));
        scroll.setFitToWidth(true);
        scroll.getStyleClass().addAll("edge-to-edge", "sheet");
        scroll.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        getChildren().add(scroll);
        setFocusTraversable(true);
        setVisible(false);
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() != KeyCode.UP && event.getCode() != KeyCode.DOWN) {
                setVisible(false);
                event.consume();
            }
        });
        setOnMouseClicked(event -> setVisible(false));
        accessibleTextProperty().bind(words.live("keys"));
    }

    void show(List<Shortcut> shortcuts) {
        grid.getChildren().clear();
        Map<String, String> lines = new LinkedHashMap<>();
        for (Shortcut shortcut : shortcuts) {
            lines.merge(shortcut.name(), shortcut.keys().getDisplayText(), (one, other) -> one + " · " + other);
        }
        lines.put("stop", "Esc");
        lines.put("zoom", "Ctrl+ + − 0");
        lines.put("edit-last", "↑");
        lines.put("rename", "F2");
        lines.forEach((name, keys) -> {
            Label what = new Label();
            what.textProperty().bind(words.live("keys." + name));
            Label pressed = new Label(keys);
            pressed.getStyleClass().add("sheet-keys");
            grid.addRow(grid.getRowCount(), what, pressed);
        });
        setVisible(true);
        requestFocus();
    }
}
