/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat;

import com.noragentia.helios.desktop.answer.NumberedSource;
import com.noragentia.helios.desktop.chat.conversation.AnswerState;
import com.noragentia.helios.desktop.chat.conversation.Exchange;
import com.noragentia.helios.desktop.chat.markdown.AnswerText;
import com.noragentia.helios.desktop.ui.ClipboardText;
import com.noragentia.helios.desktop.ui.Icon;
import com.noragentia.helios.desktop.ui.Words;
import javafx.geometry.Pos;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** An answer on the left: its words, where it stands, and once it is complete its sources and facts. */
final class AnswerBubble extends HBox {

    private final VBox body = new VBox();
    private final Exchange exchange;
    private final Words words;
    private final AnswerActions actions;

    AnswerBubble(Exchange exchange, Words words, StateWords stateWords, AnswerActions actions, VersionLine versions) {
        this.exchange = exchange;
        this.words = words;
        this.actions = actions;
        getStyleClass().add("answer-row");
        setAlignment(Pos.TOP_LEFT);
        body.getStyleClass().add("answer-bubble");
        HBox.setHgrow(body, Priority.ALWAYS);
        AnswerText answerText = new AnswerText(exchange.finishedBlocks(), exchange.openBlocks(), words);
        answerText.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, event -> paragraphMenu(event));
        body.getChildren().addAll(answerText, new StateLine(exchange, words, stateWords, actions), versions);
        getChildren().addAll(mark(), body);
        exchange.state().subscribe(this::stateChanged);
    }

    /** Text cannot be selected by parts smaller than a paragraph. */
    private void paragraphMenu(ContextMenuEvent event) {
        Paragraph.around(event.getTarget()).map(Paragraph::textOf).ifPresent(text -> {
            MenuItem copy = new MenuItem(words.say("paragraph.copy"));
            copy.setOnAction(chosen -> ClipboardText.put(text));
            MenuItem quote = new MenuItem(words.say("paragraph.quote"));
            quote.setOnAction(chosen -> actions.quote().accept(text));
            new ContextMenu(copy, quote).show(body, event.getScreenX(), event.getScreenY());
            event.consume();
        });
    }

    private static Label mark() {
        Label mark = new Label("", new Icon(Feather.SUN));
        mark.getStyleClass().add("answer-mark");
        return mark;
    }

    private void stateChanged(AnswerState state) {
        if (state instanceof AnswerState.Answered answered) {
            if (!answered.result().output().sources().isEmpty()) {
                body.getChildren()
                        .add(new SourceList(NumberedSource.of(answered.result().output()), words));
            }
            body.getChildren().add(new AnswerFooter(answered.result(), exchange::text, actions, words));
        }
    }
}
