/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat;

import com.noragentia.helios.desktop.ui.Choices;
import com.noragentia.helios.desktop.ui.Icon;
import com.noragentia.helios.desktop.ui.Look;
import com.noragentia.helios.desktop.ui.Words;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;

/** Who reads a question, told before the first one is sent; stays until the member puts it away, for good. */
final class PrivacyNote extends HBox {

    PrivacyNote(Look look, Words words) {
        getStyleClass().add("privacy-note");
        setAlignment(Pos.CENTER_LEFT);
        Label text = new Label();
        text.setWrapText(true);
        text.textProperty().bind(words.live("privacy"));
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setMaxWidth(Double.MAX_VALUE);
        Button understood = new Button();
        understood.setId("privacy-understood");
        understood.getStyleClass().add("small");
        understood.setMinWidth(USE_PREF_SIZE);
        understood.textProperty().bind(words.live("privacy.understood"));
        understood.setOnAction(event -> look.choose(Choices::withPrivacyRead));
        getChildren().addAll(new Icon(Feather.EYE), text, understood);
        look.choices().subscribe(choices -> {
            setVisible(!choices.privacyRead());
            setManaged(!choices.privacyRead());
        });
    }
}
