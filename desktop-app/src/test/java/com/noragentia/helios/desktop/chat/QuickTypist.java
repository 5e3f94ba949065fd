/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat;

import java.util.Objects;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;
import org.testfx.api.FxRobot;

/** Types words into what has the focus, a key event for each letter, without the tenth of a second that the robot rests after each. */
final class QuickTypist extends FxRobot {

    @Override
    public FxRobot write(String words) {
        return interact(() -> words.codePoints().mapToObj(Character::toString).forEach(QuickTypist::type));
    }

    private static void type(String letter) {
        Node focused = Window.getWindows().stream()
                .filter(Window::isFocused)
                .map(window -> window.getScene().getFocusOwner())
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
        Event.fireEvent(
                focused, new KeyEvent(KeyEvent.KEY_TYPED, letter, "", KeyCode.UNDEFINED, false, false, false, false));
    }
}
