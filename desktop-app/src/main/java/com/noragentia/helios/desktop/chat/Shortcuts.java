/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat;

import com.noragentia.helios.desktop.ui.Look;
import com.noragentia.helios.desktop.ui.Zoom;
import java.util.function.UnaryOperator;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** The keys that work wherever the focus is. */
record Shortcuts(
        Runnable stop,
        Runnable attach,
        Runnable newChat,
        Runnable searchChats,
        Runnable turnSidebar,
        Runnable askAgain,
        Look look) {

    void install(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private void pressed(KeyEvent event) {
        boolean done = event.isShortcutDown() ? withControl(event) : alone(event.getCode());
        if (done) {
            event.consume();
        }
    }

    private boolean alone(KeyCode code) {
        if (code == KeyCode.ESCAPE) {
            stop.run();
            return true;
        }
        return false;
    }

    /** Plus and minus are found in many places of many keyboards, so the typed character counts too. */
    private boolean withControl(KeyEvent event) {
        switch (event.getCode()) {
            case O -> attach.run();
            case N -> newChat.run();
            case K -> searchChats.run();
            case B -> turnSidebar.run();
            case R -> askAgain.run();
            case PLUS, ADD, EQUALS -> zoom(Zoom::larger);
            case MINUS, SUBTRACT -> zoom(Zoom::smaller);
            case DIGIT0, NUMPAD0 -> zoom(now -> Zoom.NORMAL);
            default -> {
                return event.getText().equals("+") && zoom(Zoom::larger);
            }
        }
        return true;
    }

    private boolean zoom(UnaryOperator<Zoom> change) {
        look.choose(choices -> choices.with(change.apply(choices.zoom())));
        return true;
    }
}
