/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat.list;

import com.noragentia.helios.desktop.chat.conversation.ChatShelf;
import com.noragentia.helios.desktop.ui.Words;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Duration;

/** Says for a while that chats were deleted, and brings them back. */
final class RemovedNote extends HBox {

    private static final Duration WHILE = Duration.seconds(12);

    private final ChatShelf shelf;
    private final Clock clock;
    private final Consumer<List<Long>> told;
    private final ObjectProperty<List<Long>> removed = new SimpleObjectProperty<>(List.of());
    private final PauseTransition time = new PauseTransition(WHILE);

    /** @param told takes the chats that were just removed */
    RemovedNote(ChatShelf shelf, Words words, Clock clock, Consumer<List<Long>> told) {
        this.shelf = shelf;
        this.told = told;
        this.clock = clock;
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("removed-note");
        Label text = new Label();
        text.setWrapText(true);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        text.textProperty()
                .bind(words.live(
                        phrases -> phrases.say("list.removed", removed.get().size()), removed));
        Button undo = new Button();
        undo.setId("undo-remove");
        undo.setMinWidth(USE_PREF_SIZE);
        undo.textProperty().bind(words.live("list.undo"));
        undo.setOnAction(event -> undo());
        getChildren().addAll(text, undo);
        removed.subscribe(now -> {
            setVisible(!now.isEmpty());
            setManaged(!now.isEmpty());
        });
        time.setOnFinished(event -> forget());
    }

    /** Takes chats off the list. Those before them are gone for good. */
    void remove(List<Long> chats) {
        if (!chats.isEmpty()) {
            forget();
            removed.set(List.copyOf(chats));
            Instant now = clock.instant();
            told.accept(chats);
            shelf.change(history -> history.chats().remove(chats, now));
            time.playFromStart();
        }
    }

    private void undo() {
        List<Long> back = removed.get();
        removed.set(List.of());
        time.stop();
        shelf.change(history -> history.chats().restore(back));
    }

    private void forget() {
        removed.set(List.of());
        shelf.change(history -> history.chats().purge());
    }
}
