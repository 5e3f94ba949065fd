/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat;

import com.noragentia.helios.desktop.chat.conversation.Conversation;
import com.noragentia.helios.desktop.chat.conversation.Exchange;
import com.noragentia.helios.desktop.ui.IconButton;
import com.noragentia.helios.desktop.ui.SoughtWords;
import com.noragentia.helios.desktop.ui.Words;
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;

/** Finds words in the chat that is shown, the newest place first. Enter and ↑ go to the one before, Shift+Enter and ↓ to the one after, Esc ends. */
final class FindBar extends HBox {

    private final Conversation conversation;
    private final MessageList messages;
    private final Runnable back;
    private final TextField field = new TextField();
    private final ReadOnlyObjectWrapper<Found> found = new ReadOnlyObjectWrapper<>(new Found(List.of(), 0));

    /**
     * Where the words stand.
     *
     * @param places of the exchanges, the oldest first
     * @param place that is shown, from one; zero while there is none
     */
    private record Found(List<Integer> places, int place) {

        Found at(int other) {
            return new Found(places, Math.min(other, places.size()));
        }

        /** Beyond the last comes the first. */
        Found moved(int step) {
            return places.isEmpty() ? this : at(Math.floorMod(place - 1 + step, places.size()) + 1);
        }
    }

    /** @param back takes the focus when this ends */
    FindBar(Conversation conversation, MessageList messages, Words words, Runnable back) {
        this.conversation = conversation;
        this.messages = messages;
        this.back = back;
        setId("find-bar");
        getStyleClass().add("find-bar");
        setAlignment(Pos.CENTER_LEFT);
        show(false);
        prepareField(words);
        Label told = new Label();
        told.setMinWidth(USE_PREF_SIZE);
        told.getStyleClass().add("find-count");
        told.textProperty()
                .bind(words.live(
                        phrases -> {
                            if (SoughtWords.of(field.getText()).isEmpty()) {
                                return "";
                            }
                            Found here = found.get();
                            return here.places().isEmpty()
                                    ? phrases.say("find.nothing")
                                    : phrases.say(
                                            "find.place",
                                            here.place(),
                                            here.places().size());
                        },
                        found,
                        field.textProperty()));
        getChildren()
                .addAll(
                        field,
                        told,
                        new IconButton(Feather.CHEVRON_UP, words.live("find.before"), () -> go(-1)),
                        new IconButton(Feather.CHEVRON_DOWN, words.live("find.after"), () -> go(1)),
                        new IconButton(Feather.X, words.live("find.end"), this::end));
        conversation.exchanges().addListener((InvalidationListener) changed -> {
            if (isVisible()) {
                look();
            }
        });
    }

    private void prepareField(Words words) {
        field.setId("find");
        field.promptTextProperty().bind(words.live("find"));
        field.accessibleTextProperty().bind(words.live("find"));
        HBox.setHgrow(field, Priority.ALWAYS);
        field.textProperty().subscribe(text -> findNewest());
        field.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                end();
            } else if (event.getCode() == KeyCode.UP || (event.getCode() == KeyCode.ENTER && !event.isShiftDown())) {
                go(-1);
            } else if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.ENTER) {
                go(1);
            } else {
                return;
            }
            event.consume();
        });
    }

    /** Lets words be typed. */
    void begin() {
        show(true);
        field.requestFocus();
        field.selectAll();
        findNewest();
    }

    /** Goes to the newest place where {@code words} stand. */
    void find(String words) {
        field.setText(words);
        begin();
    }

    private void findNewest() {
        if (!isVisible()) {
            return;
        }
        look();
        show(found.get().at(Integer.MAX_VALUE));
    }

    private void look() {
        SoughtWords sought = SoughtWords.of(field.getText());
        List<Exchange> exchanges = conversation.exchanges();
        List<Integer> places = IntStream.range(0, exchanges.size())
                .filter(index -> sought.areIn(
                        exchanges.get(index).question().text(),
                        exchanges.get(index).text()))
                .boxed()
                .toList();
        found.set(new Found(places, 0).at(found.get().place()));
        messages.mark(sought);
    }

    private void go(int step) {
        look();
        show(found.get().moved(step));
    }

    private void show(Found other) {
        found.set(other);
        if (other.place() > 0) {
            messages.reveal(other.places().get(other.place() - 1), SoughtWords.of(field.getText()));
        }
    }

    private void end() {
        show(false);
        messages.mark(new SoughtWords(List.of()));
        back.run();
    }

    private void show(boolean isShown) {
        setVisible(isShown);
        setManaged(isShown);
    }
}
