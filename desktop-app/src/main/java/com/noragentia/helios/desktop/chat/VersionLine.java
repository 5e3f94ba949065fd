/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat;

import com.noragentia.helios.desktop.chat.conversation.Conversation;
import com.noragentia.helios.desktop.chat.conversation.Exchange;
import com.noragentia.helios.desktop.ui.IconButton;
import com.noragentia.helios.desktop.ui.Words;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/** Which version of an answer this is, and the way to the others; not there where it is the only one. */
final class VersionLine extends HBox {

    VersionLine(Conversation conversation, Exchange exchange, Words words) {
        List<Exchange> versions = conversation.versions(exchange);
        int index = versions.indexOf(exchange);
        getStyleClass().add("version-line");
        setAlignment(Pos.CENTER_LEFT);
        setVisible(versions.size() > 1);
        setManaged(versions.size() > 1);
        Label number = new Label();
        number.textProperty().bind(words.live("answer.version.number", index + 1, versions.size()));
        number.accessibleTextProperty().bind(words.live("answer.version", index + 1, versions.size()));
        IconButton before = new IconButton(
                Feather.CHEVRON_LEFT,
                words.live("answer.version.before"),
                () -> conversation.turnTo(versions.get(index - 1)));
        before.setDisable(index == 0);
        IconButton after = new IconButton(
                Feather.CHEVRON_RIGHT,
                words.live("answer.version.after"),
                () -> conversation.turnTo(versions.get(index + 1)));
        after.setDisable(index == versions.size() - 1);
        getChildren().addAll(before, number, after);
    }
}
