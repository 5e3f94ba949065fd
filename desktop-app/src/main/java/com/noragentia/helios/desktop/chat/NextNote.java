/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat;

import com.noragentia.helios.desktop.chat.conversation.Draft;
import com.noragentia.helios.desktop.chat.conversation.Question;
import com.noragentia.helios.desktop.chat.markdown.VisibleText;
import com.noragentia.helios.desktop.ui.Icon;
import com.noragentia.helios.desktop.ui.IconButton;
import com.noragentia.helios.desktop.ui.Words;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;

/** The question that goes once the answer on its way is complete, until then to be taken back. */
final class NextNote extends HBox {

    /** @param back runs once the question is where it was written again */
    NextNote(Draft draft, Words words, Runnable back) {
        setId("next-note");
        getStyleClass().addAll("notice", "next-note");
        setAlignment(Pos.CENTER_LEFT);
        Label text = new Label("", new Icon(Feather.CLOCK));
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        text.textProperty()
                .bind(words.live(
                        phrases -> draft.next()
                                .get()
                                .map(question -> phrases.say("next", shown(question)))
                                .orElse(""),
                        draft.next()));
        IconButton edit = new IconButton(Feather.EDIT_2, words.live("next.back"), () -> {
            draft.takeBack();
            back.run();
        });
        getChildren().addAll(text, edit);
        draft.next().map(Optional::isPresent).subscribe(waits -> {
            setVisible(waits);
            setManaged(waits);
        });
    }

    /** One line of it, or the names of its files. */
    private static String shown(Question question) {
        String text = question.text().isEmpty()
                ? String.join(
                        ", ", question.files().stream().map(file -> file.name()).toList())
                : question.text().replaceAll("\\s+", " ");
        return VisibleText.of(text);
    }
}
