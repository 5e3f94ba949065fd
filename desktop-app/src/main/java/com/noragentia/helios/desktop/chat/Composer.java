/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat;

import com.noragentia.helios.desktop.chat.conversation.Conversation;
import com.noragentia.helios.desktop.chat.conversation.Draft;
import com.noragentia.helios.desktop.ui.IconButton;
import com.noragentia.helios.desktop.ui.Look;
import com.noragentia.helios.desktop.ui.Words;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Where a question is written: text, files, what there is to say about them, and the button that sends or stops. */
final class Composer extends VBox {

    private final Conversation conversation;
    private final Draft draft;
    private final Words words;
    private final Runnable editLast;
    private final GrowingTextArea text = new GrowingTextArea();

    /** @param editLast what ↑ does in an empty field */
    Composer(Conversation conversation, Draft draft, Words words, Look look, AttachmentDoors doors, Runnable editLast) {
        this.editLast = editLast;
        this.conversation = conversation;
        this.draft = draft;
        this.words = words;
        getStyleClass().add("composer");
        prepareText(doors);
        VBox frame = new VBox(new FileChips(draft, words), row(doors));
        frame.getStyleClass().add("composer-frame");
        text.focusedProperty().subscribe(focused -> {
            frame.getStyleClass().remove("composer-focused");
            if (focused) {
                frame.getStyleClass().add("composer-focused");
            }
        });
        getChildren()
                .addAll(
                        new TemporaryNote(conversation, words),
                        new PrivacyNote(look, words),
                        new NextNote(draft, words, this::focusText),
                        new NoticeList(draft, words),
                        frame,
                        hint());
    }

    void focusText() {
        text.requestFocus();
        text.end();
    }

    void send() {
        draft.send(words.language().get());
        focusText();
    }

    private void prepareText(AttachmentDoors doors) {
        text.setId("question");
        text.getStyleClass().add("composer-text");
        text.textProperty().bindBidirectional(draft.text());
        text.promptTextProperty().bind(words.live("composer.prompt"));
        text.accessibleTextProperty().bind(words.live("composer.name"));
        HBox.setHgrow(text, Priority.ALWAYS);
        text.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
        doors.acceptPastesInto(text);
    }

    private void keyPressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            if (event.isShiftDown()) {
                text.replaceSelection("\n");
            } else {
                send();
            }
            event.consume();
        } else if (event.getCode() == KeyCode.UP && draft.isEmpty()) {
            event.consume();
            editLast.run();
        } else if (event.getCode() == KeyCode.TAB && !event.isControlDown()) {
            event.consume();
            text.fireEvent(leaving(event));
        }
    }

    /** A text area takes the tabulator for a letter; with Control it moves on, as everywhere else. */
    private KeyEvent leaving(KeyEvent tab) {
        return new KeyEvent(
                text, text, KeyEvent.KEY_PRESSED, "", "", KeyCode.TAB, tab.isShiftDown(), true, false, false);
    }

    private HBox row(AttachmentDoors doors) {
        IconButton attach = new IconButton(Feather.PAPERCLIP, words.live("composer.attach"), doors::choose);
        attach.setId("attach");
        HBox row = new HBox(attach, text, SendButton.create(conversation, draft, words, this::send));
        row.setAlignment(Pos.BOTTOM_LEFT);
        row.getStyleClass().add("composer-row");
        return row;
    }

    private Label hint() {
        Label hint = new Label();
        hint.getStyleClass().add("composer-hint");
        hint.textProperty().bind(words.live("composer.hint"));
        return hint;
    }
}
