/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat;

import com.noragentia.helios.desktop.chat.conversation.AnswerState;
import com.noragentia.helios.desktop.chat.conversation.Exchange;
import com.noragentia.helios.desktop.ui.Icon;
import com.noragentia.helios.desktop.ui.Words;
import com.noragentia.helios.protocol.task.Expert;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;

/** One line under an answer that says in words where it stands; gone once the answer is complete. */
final class StateLine extends HBox {

    private final ProgressIndicator busy = new ProgressIndicator();
    private final Icon warning = new Icon(Feather.ALERT_CIRCLE);
    private final Button again;
    private final Button goOn;
    private final Exchange exchange;

    StateLine(Exchange exchange, Words words, StateWords stateWords, AnswerActions actions) {
        this.exchange = exchange;
        ObservableValue<AnswerState> state = exchange.state();
        getStyleClass().add("state-line");
        setAlignment(Pos.CENTER_LEFT);
        busy.getStyleClass().add("state-busy");
        busy.accessibleTextProperty().bind(words.live("state.busy"));
        warning.getStyleClass().add("state-warning");
        Label text = new Label();
        text.setWrapText(true);
        // A bar that appears at the side makes the words take more lines; none of them may be cut.
        text.setMinHeight(USE_PREF_SIZE);
        setMinHeight(USE_PREF_SIZE);
        text.setAccessibleRole(AccessibleRole.TEXT);
        text.getStyleClass().add("state-text");
        text.textProperty().bind(words.live(phrases -> stateWords.say(state.getValue(), phrases), state));
        HBox.setHgrow(text, Priority.SOMETIMES);
        goOn = button(words, "answer.go-on", Feather.CORNER_DOWN_RIGHT, actions.goOn());
        again = button(words, "answer.again", Feather.ROTATE_CW, actions.again());
        getChildren().addAll(busy, warning, text, goOn, again);
        state.subscribe(this::show);
    }

    private static Button button(Words words, String key, Feather icon, Runnable action) {
        Button button = new Button("", new Icon(icon));
        button.getStyleClass().addAll("small", "again-button");
        button.textProperty().bind(words.live(key));
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        return button;
    }

    private void show(AnswerState state) {
        boolean failed = state instanceof AnswerState.Failed;
        boolean stopped = state instanceof AnswerState.Stopped || state instanceof AnswerState.Interrupted;
        getStyleClass().remove("state-failed");
        if (failed) {
            getStyleClass().add("state-failed");
        }
        show(this, !(state instanceof AnswerState.Answered));
        show(busy, !state.isOver());
        show(warning, failed);
        show(again, failed || stopped);
        show(goOn, state instanceof AnswerState.Interrupted && mayGoOn());
    }

    /** A computer that reads files needs them again: there, only the whole question can be asked. */
    private boolean mayGoOn() {
        return exchange.question().expert() == Expert.CHAT && !exchange.text().isBlank();
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
