/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat.settings;

import com.noragentia.helios.desktop.ui.IconButton;
import com.noragentia.helios.desktop.ui.SoughtWords;
import com.noragentia.helios.desktop.ui.Words;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** One setting: its name, what it does, and its control beside them, or below where that is wide. */
final class SettingRow extends VBox {

    private final Label name = new Label();
    private final Label explanation = new Label();
    private final HBox head;

    /** @param key of the name in the words; what it does stands at {@code key.why} */
    SettingRow(String key, Words words, Node control) {
        this(key, words, control, control, false);
    }

    /** @param labelled what of the control the name belongs to */
    SettingRow(String key, Words words, Node control, Node labelled, boolean isWide) {
        getStyleClass().add("setting");
        setId(key.replace('.', '-'));
        name.textProperty().bind(words.live(key));
        name.getStyleClass().add("setting-name");
        explanation.textProperty().bind(words.live(key + ".why"));
        explanation.getStyleClass().add("setting-why");
        explanation.setWrapText(true);
        explanation.setMinHeight(Region.USE_PREF_SIZE);
        name.setLabelFor(labelled);
        labelled.accessibleTextProperty().bind(name.textProperty());
        VBox texts = new VBox(name, explanation);
        texts.getStyleClass().add("setting-texts");
        HBox.setHgrow(texts, Priority.ALWAYS);
        head = new HBox(texts);
        head.getStyleClass().add("setting-head");
        head.setAlignment(Pos.CENTER_LEFT);
        getChildren().add(head);
        if (isWide) {
            getChildren().add(control);
        } else {
            head.getChildren().add(control);
        }
    }

    /** With nothing where others have a button, so that controls stand below each other. */
    SettingRow withoutReset() {
        Region gap = new Region();
        gap.getStyleClass().add("setting-reset");
        head.getChildren().add(gap);
        return this;
    }

    /** With a button that makes the setting as usual, there while it is not. */
    SettingRow withReset(Words words, Runnable reset) {
        IconButton button = new IconButton(Feather.ROTATE_CCW, words.live("settings.usual"), reset);
        button.getStyleClass().add("setting-reset");
        head.getChildren().add(button);
        return this;
    }

    /** @param isSet whether it is other than usual */
    void showReset(boolean isSet) {
        head.getChildren().getLast().setVisible(isSet);
    }

    boolean tellsOf(SoughtWords sought) {
        return sought.isEmpty() || sought.areIn(name.getText(), explanation.getText());
    }

    void showIf(boolean isThere) {
        setVisible(isThere);
        setManaged(isThere);
    }
}
