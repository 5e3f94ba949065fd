/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat;

import com.noragentia.helios.desktop.chat.conversation.AnswerState;
import com.noragentia.helios.desktop.ui.Icon;
import com.noragentia.helios.desktop.ui.Words;
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

    StateLine(ObservableValue<AnswerState> state, Words words, StateWords stateWords, Runnable askAgain) {
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
        again = againButton(words, askAgain);
        getChildren().addAll(busy, warning, text, again);
        state.subscribe(this::show);
    }

    private static Button againButton(Words words, Runnable askAgain) {
        Button button = new Button("", new Icon(Feather.ROTATE_CW));
        button.getStyleClass().addAll("small", "again-button");
        button.textProperty().bind(words.live("answer.again"));
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> askAgain.run());
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
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
