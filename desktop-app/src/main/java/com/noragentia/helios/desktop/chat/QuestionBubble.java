/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat;

import com.noragentia.helios.desktop.chat.attachment.PendingFile;
import com.noragentia.helios.desktop.chat.conversation.Question;
import com.noragentia.helios.desktop.chat.markdown.VisibleText;
import com.noragentia.helios.desktop.ui.Icon;
import com.noragentia.helios.desktop.ui.IconButton;
import com.noragentia.helios.desktop.ui.Words;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What the member asked, on the right, with the files below. */
final class QuestionBubble extends HBox {

    /** @param edit runs where the member wants to write it anew; cannot while {@code busy} */
    QuestionBubble(Question question, Words words, ObservableValue<Boolean> busy, Runnable edit) {
        getStyleClass().add("question-row");
        setAlignment(Pos.TOP_RIGHT);
        VBox bubble = new VBox();
        bubble.getStyleClass().add("question-bubble");
        Label text = new Label();
        text.setWrapText(true);
        text.getStyleClass().add("question-text");
        if (question.text().isEmpty()) {
            text.textProperty().bind(words.live("question.without-words"));
            text.getStyleClass().add("question-without-words");
        } else {
            text.setText(VisibleText.of(question.text()));
        }
        bubble.getChildren().add(text);
        question.files().forEach(file -> bubble.getChildren().add(fileLabel(file)));
        bubble.setFillWidth(false);
        IconButton pencil = new IconButton(Feather.EDIT_2, words.live("question.edit"), edit);
        pencil.getStyleClass().add("edit-question");
        pencil.disableProperty().bind(busy);
        getChildren().addAll(pencil, bubble);
    }

    private static Label fileLabel(PendingFile file) {
        Label label = new Label(VisibleText.of(file.name()), new Icon(FileIcons.of(file.type())));
        label.getStyleClass().add("question-file");
        return label;
    }
}
