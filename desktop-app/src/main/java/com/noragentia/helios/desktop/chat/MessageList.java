/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat;

import com.noragentia.helios.desktop.chat.conversation.Conversation;
import com.noragentia.helios.desktop.chat.conversation.Exchange;
import com.noragentia.helios.desktop.ui.Icon;
import com.noragentia.helios.desktop.ui.Words;
import java.util.List;
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
    private final VBox column = new VBox();
    private final ScrollFollower follower;

    MessageList(Conversation conversation, Words words, StateWords stateWords, Node emptyState) {
        this.conversation = conversation;
        this.words = words;
        this.stateWords = stateWords;
        getStyleClass().add("message-list");
        column.getStyleClass().add("message-column");
        StackPane centred = new StackPane(column, emptyState);
        centred.getStyleClass().add("message-centre");
        StackPane.setAlignment(column, Pos.TOP_CENTER);
        ScrollPane scroll = new ScrollPane(centred);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().addAll("edge-to-edge", "message-scroll");
        scroll.accessibleTextProperty().bind(words.live("messages"));
        follower = new ScrollFollower(scroll, centred);
        getChildren().addAll(scroll, pill());
        conversation.exchanges().addListener(this::exchangesChanged);
        conversation.exchanges().forEach(exchange -> column.getChildren().add(view(exchange)));
        BooleanBinding empty = Bindings.isEmpty(column.getChildren());
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

    private void exchangesChanged(ListChangeListener.Change<? extends Exchange> change) {
        while (change.next()) {
            column.getChildren().remove(change.getFrom(), change.getFrom() + change.getRemovedSize());
            List<ExchangeView> added =
                    change.getAddedSubList().stream().map(this::view).toList();
            column.getChildren().addAll(change.getFrom(), added);
        }
        follower.toBottom();
    }

    private ExchangeView view(Exchange exchange) {
        return new ExchangeView(conversation, exchange, words, stateWords);
    }

    /** Puts a field in the place of the last question, if there is one. */
    void editLast() {
        if (!column.getChildren().isEmpty() && column.getChildren().getLast() instanceof ExchangeView last) {
            last.edit();
        }
    }
}
