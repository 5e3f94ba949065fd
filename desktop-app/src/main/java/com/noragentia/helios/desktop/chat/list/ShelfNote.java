/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat.list;

import com.noragentia.helios.desktop.chat.conversation.ChatShelf;
import com.noragentia.helios.desktop.chat.conversation.ShelfState;
import com.noragentia.helios.desktop.ui.Icon;
import com.noragentia.helios.desktop.ui.Words;
import com.noragentia.helios.language.Phrases;
import javafx.scene.control.Label;
import org.kordamp.ikonli.feather.Feather;

/** Says that chats are not kept, or were damaged; not there while all is well. */
final class ShelfNote extends Label {

    ShelfNote(ChatShelf shelf, Words words) {
        super("", new Icon(Feather.ALERT_TRIANGLE));
        setWrapText(true);
        setMinHeight(USE_PREF_SIZE);
        getStyleClass().add("shelf-note");
        textProperty().bind(words.live(phrases -> say(shelf.state().get(), phrases), shelf.state()));
        visibleProperty().bind(textProperty().isNotEmpty());
        managedProperty().bind(visibleProperty());
    }

    private static String say(ShelfState state, Phrases phrases) {
        return switch (state) {
            case ShelfState.Opening opening -> "";
            case ShelfState.Open open -> "";
            case ShelfState.BegunAnew anew ->
                phrases.say("list.begun-anew", anew.old().getFileName());
            case ShelfState.MadeByNewer newer -> phrases.say("list.not-kept.newer");
            case ShelfState.Unusable unusable -> phrases.say("list.not-kept.unusable");
        };
    }
}
