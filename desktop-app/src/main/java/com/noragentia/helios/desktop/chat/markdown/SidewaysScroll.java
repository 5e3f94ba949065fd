/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat.markdown;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.ScrollEvent;

/** Scrolls its content sideways only, and leaves the wheel's up and down to the list around it. */
final class SidewaysScroll extends ScrollPane {

    SidewaysScroll(Node content) {
        super(content);
        setVbarPolicy(ScrollBarPolicy.NEVER);
        setHbarPolicy(ScrollBarPolicy.AS_NEEDED);
        setFitToHeight(true);
        setPannable(false);
        setMinHeight(USE_PREF_SIZE);
        addEventFilter(ScrollEvent.SCROLL, this::handOverVertical);
    }

    private void handOverVertical(ScrollEvent event) {
        if (event.getDeltaX() == 0 && getParent() != null) {
            getParent().fireEvent(event.copyFor(event.getSource(), getParent()));
            event.consume();
        }
    }
}
