/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat;

import com.noragentia.helios.desktop.ui.Words;
import com.noragentia.helios.protocol.api.Limit;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** A question that is written anew in its place. Enter sends it, Esc leaves it as it was. */
final class QuestionEditor extends VBox {

    private final GrowingTextArea text = new GrowingTextArea();
    private final Button send = new Button();
    private final Runnable cancel;

    /**
     * An editor.
     *
     * @param ask takes the new question
     * @param cancel runs where the member gives up, or changed nothing
     */
    QuestionEditor(String question, Words words, Consumer<String> ask, Runnable cancel) {
        this.cancel = cancel;
        getStyleClass().add("question-editor");
        text.setId("edited-question");
        text.getStyleClass().add("composer-text");
        text.setText(question);
        text.accessibleTextProperty().bind(words.live("question.edited"));
        text.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
        Label note = new Label();
        note.setWrapText(true);
        note.setMinHeight(USE_PREF_SIZE);
        note.getStyleClass().add("composer-hint");
        note.textProperty()
                .bind(words.live(
                        phrases -> isTooLong()
                                ? phrases.say(
                                        "notice.question-too-long",
                                        text.getText().strip().length(),
                                        Limit.QUESTION_CHARACTERS.intValue())
                                : phrases.say("question.edit.note"),
                        text.textProperty()));
        Button stay = new Button();
        stay.textProperty().bind(words.live("question.edit.cancel"));
        stay.setOnAction(event -> cancel.run());
        send.setId("send-edited");
        send.getStyleClass().add("accent");
        send.textProperty().bind(words.live("question.edit.send"));
        send.setOnAction(event -> ask.accept(text.getText().strip()));
        send.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> isTooLong()
                                || text.getText().isBlank()
                                || text.getText().strip().equals(question.strip()),
                        text.textProperty()));
        HBox buttons = new HBox(stay, send);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        buttons.getStyleClass().add("question-edit-buttons");
        VBox frame = new VBox(text);
        frame.getStyleClass().addAll("composer-frame", "composer-focused");
        getChildren().addAll(frame, note, buttons);
    }

    private boolean isTooLong() {
        return Limit.QUESTION_CHARACTERS.isPassedBy(text.getText().strip().length());
    }

    void focusText() {
        text.requestFocus();
        text.end();
    }

    private void keyPressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            cancel.run();
        } else if (event.getCode() == KeyCode.ENTER && event.isShiftDown()) {
            text.replaceSelection("\n");
        } else if (event.getCode() == KeyCode.ENTER) {
            send.fire(); // does nothing while it is disabled
        } else {
            return;
        }
        event.consume();
    }
}
