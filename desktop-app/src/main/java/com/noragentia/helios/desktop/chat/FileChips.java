/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat;

import com.noragentia.helios.desktop.chat.attachment.PendingFile;
import com.noragentia.helios.desktop.chat.conversation.Draft;
import com.noragentia.helios.desktop.chat.markdown.VisibleText;
import com.noragentia.helios.desktop.ui.Icon;
import com.noragentia.helios.desktop.ui.IconButton;
import com.noragentia.helios.desktop.ui.Words;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/** The files of the draft, each with name, size and a button that takes it away. */
final class FileChips extends FlowPane {

    private final Draft draft;
    private final Words words;

    FileChips(Draft draft, Words words) {
        this.draft = draft;
        this.words = words;
        getStyleClass().add("chips");
        InvalidationListener changed = observable -> redraw();
        draft.files().addListener(changed);
        redraw();
    }

    private void redraw() {
        getChildren().setAll(draft.files().stream().map(this::chip).toList());
        setManaged(!getChildren().isEmpty());
    }

    private Node chip(PendingFile file) {
        String visibleName = VisibleText.of(file.name());
        Label name = new Label(visibleName, new Icon(FileIcons.of(file.type())));
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        name.getStyleClass().add("chip-name");
        Label size = new Label();
        size.textProperty().bind(words.live(phrases -> NoticeWords.size(file.bytes(), phrases)));
        size.getStyleClass().add("chip-size");
        size.setMinWidth(USE_PREF_SIZE);
        IconButton remove = new IconButton(Feather.X, words.live("chip.remove", visibleName), () -> draft.remove(file));
        remove.getStyleClass().add("chip-remove");
        HBox chip = new HBox(name, size, remove);
        chip.setAlignment(Pos.CENTER_LEFT);
        chip.getStyleClass().add("chip");
        return chip;
    }
}
