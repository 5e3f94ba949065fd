/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat.list;

import com.noragentia.helios.desktop.ui.Words;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.util.Duration;

/** Says for a while what came of reading or writing a file. */
final class TellingNote extends Label {

    private static final Duration WHILE = Duration.seconds(12);

    TellingNote(ObservableValue<Optional<ChatFiles.News>> news, Words words) {
        setWrapText(true);
        setMinHeight(USE_PREF_SIZE);
        setVisible(false);
        getStyleClass().add("telling-note");
        textProperty()
                .bind(words.live(
                        phrases -> news.getValue()
                                .map(one -> phrases.say(one.key(), one.count()))
                                .orElse(""),
                        news));
        managedProperty().bind(visibleProperty());
        PauseTransition time = new PauseTransition(WHILE);
        time.setOnFinished(event -> setVisible(false));
        news.subscribe(one -> {
            setVisible(one.isPresent());
            time.playFromStart();
        });
    }
}
