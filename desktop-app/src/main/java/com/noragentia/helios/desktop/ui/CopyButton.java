/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.ui;

import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.scene.control.Button;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;

/** Puts a text on the clipboard and says so for a moment. Its words: {@code <key>} and {@code <key>.done}. */
public final class CopyButton extends Button {

    private static final Duration CONFIRMATION = Duration.seconds(2);

    public CopyButton(Words words, String key, Supplier<String> text) {
        getStyleClass().addAll("flat", "small", "copy-button");
        PauseTransition confirmation = new PauseTransition(CONFIRMATION);
        confirmation.setOnFinished(event -> show(words, key, Feather.COPY));
        setOnAction(event -> {
            ClipboardText.put(text.get());
            show(words, key + ".done", Feather.CHECK);
            confirmation.playFromStart();
        });
        show(words, key, Feather.COPY);
    }

    private void show(Words words, String key, Feather icon) {
        textProperty().bind(words.live(key));
        accessibleTextProperty().bind(words.live(key));
        setGraphic(new Icon(icon));
    }
}
