/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat.list;

import com.noragentia.helios.desktop.history.ChatEntry;
import com.noragentia.helios.desktop.ui.Words;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.geometry.Bounds;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * Lies over a line of the list while its title is typed. Enter or leaving it keeps what was typed, Esc does not. It is no part of the line, which the
 * list may use for another chat at any moment.
 */
final class TitleField extends TextField {

    private final BiConsumer<ChatEntry, String> rename;
    private final Runnable back;
    private Optional<ChatEntry> chat = Optional.empty();

    /**
     * A field that is not there yet.
     *
     * @param rename takes the title that was typed
     * @param back brings the focus back to the list
     */
    TitleField(Words words, BiConsumer<ChatEntry, String> rename, Runnable back) {
        this.rename = rename;
        this.back = back;
        setId("chat-title");
        accessibleTextProperty().bind(words.live("list.title"));
        setManaged(false);
        setVisible(false);
        setOnAction(event -> end(true));
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                end(false);
            }
        });
        focusedProperty().subscribe((was, is) -> {
            if (was && !is) {
                end(true);
            }
        });
    }

    /** @param place the line, in the coordinates of what this lies in */
    void edit(ChatEntry renamed, Bounds place) {
        chat = Optional.of(renamed);
        setText(renamed.title());
        double height = Math.max(place.getHeight(), prefHeight(-1));
        resizeRelocate(place.getMinX(), place.getCenterY() - height / 2, place.getWidth(), height);
        setVisible(true);
        requestFocus();
        selectAll();
    }

    private void end(boolean isMeant) {
        Optional<ChatEntry> renamed = chat;
        chat = Optional.empty(); // losing the focus ends it too
        renamed.ifPresent(one -> {
            if (isFocused()) {
                back.run();
            }
            setVisible(false);
            if (isMeant) {
                rename.accept(one, getText());
            }
        });
    }
}
