/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat;

import com.noragentia.helios.desktop.chat.conversation.Draft;
import com.noragentia.helios.desktop.chat.conversation.Notice;
import com.noragentia.helios.desktop.chat.markdown.VisibleText;
import com.noragentia.helios.desktop.ui.Icon;
import com.noragentia.helios.desktop.ui.Words;
import javafx.beans.InvalidationListener;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What there is to say about the draft, each in a line above it. */
final class NoticeList extends VBox {

    private final Draft draft;
    private final Words words;

    NoticeList(Draft draft, Words words) {
        this.draft = draft;
        this.words = words;
        getStyleClass().add("notices");
        InvalidationListener changed = observable -> redraw();
        draft.notices().addListener(changed);
        redraw();
    }

    private void redraw() {
        getChildren().setAll(draft.notices().stream().map(this::line).toList());
        setManaged(!getChildren().isEmpty());
    }

    private Label line(Notice notice) {
        Label line = new Label("", new Icon(Feather.INFO));
        line.setWrapText(true);
        line.setMinHeight(USE_PREF_SIZE);
        line.getStyleClass().add("notice");
        line.textProperty().bind(words.live(phrases -> VisibleText.of(NoticeWords.say(notice, phrases))));
        return line;
    }
}
