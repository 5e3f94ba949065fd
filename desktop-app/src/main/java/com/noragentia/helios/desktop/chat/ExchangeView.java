/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat;

import com.noragentia.helios.desktop.chat.conversation.Conversation;
import com.noragentia.helios.desktop.chat.conversation.Exchange;
import com.noragentia.helios.desktop.chat.conversation.Question;
import com.noragentia.helios.desktop.ui.SoughtWords;
import com.noragentia.helios.desktop.ui.Words;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** A question, which can be edited in its place, and its answer. */
final class ExchangeView extends VBox {

    private static final PseudoClass FOUND = PseudoClass.getPseudoClass("found");

    private final Conversation conversation;
    private final Exchange exchange;
    private final Words words;
    private final QuestionBubble bubble;

    /** @param quote takes what the member wants to ask about */
    ExchangeView(
            Conversation conversation, Exchange exchange, Words words, StateWords stateWords, Consumer<String> quote) {
        this.conversation = conversation;
        this.exchange = exchange;
        this.words = words;
        getStyleClass().add("exchange");
        bubble = new QuestionBubble(exchange.question(), words, conversation.busy(), this::edit);
        AnswerActions actions = new AnswerActions(() -> conversation.askAgain(exchange), this::goOn, quote);
        VersionLine versions = new VersionLine(conversation, exchange, words);
        getChildren().addAll(bubble, new AnswerBubble(exchange, words, stateWords, actions, versions));
    }

    /** Marks its paragraphs that hold {@code sought}, and no others. */
    void mark(SoughtWords sought) {
        for (Node paragraph : paragraphs()) {
            boolean isFound = !sought.isEmpty() && sought.touch(Paragraph.textOf(paragraph));
            paragraph.pseudoClassStateChanged(FOUND, isFound);
        }
    }

    Optional<Node> firstMarked() {
        return paragraphs().stream()
                .filter(paragraph -> paragraph.getPseudoClassStates().contains(FOUND))
                .findFirst();
    }

    private List<Node> paragraphs() {
        return Paragraph.allIn(this);
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
