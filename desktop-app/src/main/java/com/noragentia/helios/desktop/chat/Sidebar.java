/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat;

import com.noragentia.helios.desktop.chat.list.ChatList;
import com.noragentia.helios.desktop.ui.IconButton;
import com.noragentia.helios.desktop.ui.Words;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;

/** The list of chats at the side of the window, which can be put away; it goes by itself where the window is narrow. UI thread only. */
final class Sidebar extends StackPane {

    /** Below it, a list would leave too little for the messages. */
    private static final double NARROW_PIXELS = 760;

    private final IconButton button;

    Sidebar(ChatList list, Words words) {
        super(list);
        setId("sidebar");
        getStyleClass().add("sidebar");
        managedProperty().bind(visibleProperty());
        button = new IconButton(
                Feather.SIDEBAR,
                words.live(phrases -> phrases.say(isVisible() ? "list.hide" : "list.show"), visibleProperty()),
                this::turn);
        button.setId("turn-sidebar");
    }

    /** Shows it in wide windows only, until the member says otherwise. */
    void follow(ObservableValue<Number> width) {
        width.map(now -> now.doubleValue() >= NARROW_PIXELS).subscribe(isWide -> {
            if (isWide != null) {
                setVisible(isWide);
            }
        });
    }

    IconButton button() {
        return button;
    }

    void turn() {
        setVisible(!isVisible());
    }

    void show() {
        setVisible(true);
    }
}
