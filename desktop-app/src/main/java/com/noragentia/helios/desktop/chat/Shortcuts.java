/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat;

import com.noragentia.helios.desktop.ui.Look;
import com.noragentia.helios.desktop.ui.Zoom;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/**
 * The keys that work wherever the focus is.
 *
 * @param stop what Esc does; false where there was nothing to do
 */
record Shortcuts(List<Shortcut> all, BooleanSupplier stop, Look look) {

    /** With Ctrl, or what stands for it on a system. */
    static KeyCombination control(KeyCode code, KeyCombination.Modifier... more) {
        KeyCombination.Modifier[] modifiers = new KeyCombination.Modifier[more.length + 1];
        modifiers[0] = KeyCombination.SHORTCUT_DOWN;
        System.arraycopy(more, 0, modifiers, 1, more.length);
        return new KeyCodeCombination(code, modifiers);
    }

    void install(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private void pressed(KeyEvent event) {
        if (stops(event) || zooms(event) || runs(event)) {
            event.consume();
        }
    }

    /** In a line of text, Esc ends what is being written there. */
    private boolean stops(KeyEvent event) {
        return event.getCode() == KeyCode.ESCAPE
                && !event.isShiftDown()
                && !(event.getTarget() instanceof TextField)
                && stop.getAsBoolean();
    }

    private boolean runs(KeyEvent event) {
        for (Shortcut shortcut : all) {
            if (shortcut.keys().match(event)) {
                shortcut.action().run();
                return true;
            }
        }
        return false;
    }

    /** Plus and minus are found in many places of many keyboards, so the typed character counts too. */
    private boolean zooms(KeyEvent event) {
        if (!event.isShortcutDown()) {
            return false;
        }
        return switch (event.getCode()) {
            case PLUS, ADD, EQUALS -> zoom(Zoom::larger);
            case MINUS, SUBTRACT -> zoom(Zoom::smaller);
            case DIGIT0, NUMPAD0 -> zoom(now -> Zoom.NORMAL);
            default -> event.getText().equals("+") && zoom(Zoom::larger);
        };
    }

    private boolean zoom(UnaryOperator<Zoom> change) {
        look.choose(choices -> choices.with(change.apply(choices.zoom())));
        return true;
    }
}
