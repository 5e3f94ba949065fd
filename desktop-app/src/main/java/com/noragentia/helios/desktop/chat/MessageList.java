/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat;

import com.noragentia.helios.desktop.chat.conversation.Conversation;
import com.noragentia.helios.desktop.chat.conversation.Exchange;
import com.noragentia.helios.desktop.ui.Icon;
import com.noragentia.helios.desktop.ui.SoughtWords;
import com.noragentia.helios.desktop.ui.Words;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The exchanges of a conversation, one below the other, or something to begin with while there are none. */
final class MessageList extends StackPane {

    private final Conversation conversation;
    private final Words words;
    private final StateWords stateWords;
    private final Consumer<String> quote;
    /** So many exchanges are drawn of a long chat; more where the reader asks for them. */
    static final int DRAWN_AT_ONCE = 40;

    private final VBox views = new VBox();
    private final Button earlier = new Button("", new Icon(Feather.ARROW_UP));
    /** How many exchanges before those that are drawn are not. */
    private int hidden;

    private final ScrollPane scroll = new ScrollPane();
    private final ScrollFollower follower;

    /** @param quote takes what the member wants to ask about */
    MessageList(
            Conversation conversation, Words words, StateWords stateWords, Node emptyState, Consumer<String> quote) {
        this.quote = quote;
        this.conversation = conversation;
        this.words = words;
        this.stateWords = stateWords;
        getStyleClass().add("message-list");
        views.getStyleClass().add("message-views");
        prepareEarlier();
        VBox column = new VBox(earlier, views);
        column.setAlignment(Pos.TOP_CENTER);
        column.getStyleClass().add("message-column");
        StackPane centred = new StackPane(column, emptyState);
        centred.getStyleClass().add("message-centre");
        StackPane.setAlignment(column, Pos.TOP_CENTER);
        scroll.setContent(centred);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().addAll("edge-to-edge", "message-scroll");
        scroll.accessibleTextProperty().bind(words.live("messages"));
        follower = new ScrollFollower(scroll, centred);
        getChildren().addAll(scroll, pill());
        conversation.exchanges().addListener(this::exchangesChanged);
        drawEnd();
        BooleanBinding empty = Bindings.isEmpty(views.getChildren());
        emptyState.visibleProperty().bind(empty);
        emptyState.managedProperty().bind(empty);
    }

    private Button pill() {
        Button pill = new Button("", new Icon(Feather.ARROW_DOWN));
        pill.getStyleClass().add("new-text-pill");
        pill.textProperty().bind(words.live("messages.new-text"));
        pill.visibleProperty().bind(follower.somethingBelow());
        pill.managedProperty().bind(pill.visibleProperty());
        pill.setOnAction(event -> follower.toBottom());
        StackPane.setAlignment(pill, Pos.BOTTOM_CENTER);
        return pill;
    }

    private void prepareEarlier() {
        earlier.setId("earlier-messages");
        earlier.getStyleClass().addAll("flat", "small");
        earlier.textProperty().bind(words.live("messages.earlier"));
        earlier.setOnAction(event -> follower.growAbove(this::drawEarlier));
    }

    private void exchangesChanged(ListChangeListener.Change<? extends Exchange> change) {
        while (change.next()) {
            int from = change.getFrom() - hidden;
            if (from <= 0) {
                drawEnd();
                break;
            }
            views.getChildren().remove(from, from + change.getRemovedSize());
            List<ExchangeView> added =
                    change.getAddedSubList().stream().map(this::view).toList();
            views.getChildren().addAll(from, added);
        }
        follower.toBottom();
    }

    private void drawEnd() {
        hidden = Math.max(0, conversation.exchanges().size() - DRAWN_AT_ONCE);
        views.getChildren().setAll(views(hidden, conversation.exchanges().size()));
        showEarlier();
    }

    private void drawEarlier() {
        int first = Math.max(0, hidden - DRAWN_AT_ONCE);
        views.getChildren().addAll(0, views(first, hidden));
        hidden = first;
        showEarlier();
    }

    private List<ExchangeView> views(int from, int to) {
        return conversation.exchanges().subList(from, to).stream()
                .map(this::view)
                .toList();
    }

    private void showEarlier() {
        earlier.setVisible(hidden > 0);
        earlier.setManaged(hidden > 0);
    }

    private ExchangeView view(Exchange exchange) {
        return new ExchangeView(conversation, exchange, words, stateWords, quote);
    }

    /** Marks what holds {@code sought}, in all that is drawn, and nothing else. */
    void mark(SoughtWords sought) {
        exchangeViews().forEach(view -> view.mark(sought));
    }

    /** Brings the exchange at {@code index} into sight, drawing it if it was not, at the first of its paragraphs that hold {@code sought}. */
    void reveal(int index, SoughtWords sought) {
        while (index < hidden) {
            drawEarlier();
        }
        mark(sought);
        Platform.runLater(() -> exchangeViews().skip(index - hidden).findFirst().ifPresent(view -> {
            scroll.applyCss();
            scroll.layout();
            follower.reveal(view.firstMarked().orElse(view));
        }));
    }

    private Stream<ExchangeView> exchangeViews() {
        return views.getChildren().stream().map(ExchangeView.class::cast);
    }

    /** Puts a field in the place of the last question, if there is one. */
    void editLast() {
        exchangeViews().reduce((first, second) -> second).ifPresent(last -> {
            last.edit();
            Platform.runLater(() -> follower.reveal(last));
        });
    }
}
