/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat;

import com.noragentia.helios.desktop.chat.conversation.ChatRecord;
import com.noragentia.helios.desktop.chat.conversation.Conversation;
import com.noragentia.helios.desktop.ui.Icon;
import com.noragentia.helios.desktop.ui.Words;
import javafx.scene.control.Label;
import org.kordamp.ikonli.feather.Feather;

/** Says of a temporary chat that it is one. */
final class TemporaryNote extends Label {

    TemporaryNote(Conversation conversation, Words words) {
        super("", new Icon(Feather.EYE_OFF));
        setId("temporary-note");
        setWrapText(true);
        setMaxWidth(Double.MAX_VALUE);
        setMinHeight(USE_PREF_SIZE);
        getStyleClass().addAll("notice", "temporary-note");
        textProperty().bind(words.live("temporary"));
        conversation.record().subscribe(record -> {
            boolean isTemporary = record instanceof ChatRecord.Unkept;
            setVisible(isTemporary);
            setManaged(isTemporary);
        });
    }
}
