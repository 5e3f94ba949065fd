/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat;

import com.noragentia.helios.desktop.chat.conversation.Conversation;
import com.noragentia.helios.desktop.chat.conversation.Exchange;
import com.noragentia.helios.desktop.chat.conversation.Question;
import com.noragentia.helios.desktop.ui.Words;
import java.util.List;
import javafx.scene.layout.VBox;

/** A question, which can be edited in its place, and its answer. */
final class ExchangeView extends VBox {

    private final Conversation conversation;
    private final Exchange exchange;
    private final Words words;
    private final QuestionBubble bubble;

    ExchangeView(Conversation conversation, Exchange exchange, Words words, StateWords stateWords) {
        this.conversation = conversation;
        this.exchange = exchange;
        this.words = words;
        getStyleClass().add("exchange");
        bubble = new QuestionBubble(exchange.question(), words, conversation.busy(), this::edit);
        AnswerActions actions = new AnswerActions(() -> conversation.askAgain(exchange), this::goOn);
        VersionLine versions = new VersionLine(conversation, exchange, words);
        getChildren().addAll(bubble, new AnswerBubble(exchange, words, stateWords, actions, versions));
    }

    Exchange exchange() {
        return exchange;
    }

    /** Puts a field in the place of the question. Not while an answer is on its way. */
    void edit() {
        if (!conversation.busy().get() && getChildren().contains(bubble)) {
            QuestionEditor editor =
                    new QuestionEditor(exchange.question().text(), words, this::ask, this::showQuestion);
            getChildren().set(0, editor);
            editor.focusText();
        }
    }

    private void showQuestion() {
        getChildren().set(0, bubble);
    }

    private void ask(String text) {
        showQuestion();
        conversation.edit(
                exchange,
                new Question(text, exchange.question().files(), words.language().get()));
    }

    private void goOn() {
        conversation.follow(
                exchange,
                new Question(
                        words.say("answer.go-on.question"),
                        List.of(),
                        words.language().get()));
    }
}
