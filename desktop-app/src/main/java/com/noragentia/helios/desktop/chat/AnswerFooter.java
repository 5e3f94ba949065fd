/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat;

import com.noragentia.helios.desktop.chat.markdown.VisibleText;
import com.noragentia.helios.desktop.ui.CopyButton;
import com.noragentia.helios.desktop.ui.Icon;
import com.noragentia.helios.desktop.ui.IconButton;
import com.noragentia.helios.desktop.ui.Words;
import com.noragentia.helios.protocol.api.JobResult;
import com.noragentia.helios.protocol.task.StopReason;
import com.noragentia.helios.protocol.task.TaskOutput;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Below a complete answer: what kind of text it is, who wrote it and how fast, and a button that copies it. */
final class AnswerFooter extends VBox {

    AnswerFooter(JobResult result, Supplier<String> text, AnswerActions actions, Words words) {
        getStyleClass().add("answer-footer");
        Label origin = new Label();
        origin.getStyleClass().add("origin");
        if (FactWords.isNoAnswer(result.output())) {
            origin.getStyleClass().add("origin-none");
        }
        origin.textProperty().bind(words.live(phrases -> FactWords.origin(result.output(), phrases)));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox first = new HBox(
                origin,
                gap,
                goOn(result.output(), actions, words),
                new IconButton(
                        Feather.CORNER_DOWN_LEFT,
                        words.live("answer.quote"),
                        () -> actions.quote().accept(text.get())),
                new IconButton(Feather.REFRESH_CW, words.live("answer.another"), actions.again()),
                new CopyButton(words, "answer.copy", text));
        first.setAlignment(Pos.CENTER_LEFT);
        Label facts = new Label();
        facts.setWrapText(true);
        facts.setMinHeight(USE_PREF_SIZE);
        facts.getStyleClass().add("facts");
        facts.textProperty().bind(words.live(phrases -> VisibleText.of(FactWords.facts(result, phrases))));
        getChildren().addAll(first, facts);
    }

    /** Only where the answer breaks off. */
    private static Button goOn(TaskOutput output, AnswerActions actions, Words words) {
        Button button = new Button("", new Icon(Feather.CORNER_DOWN_RIGHT));
        button.getStyleClass().addAll("flat", "small");
        button.textProperty().bind(words.live("answer.go-on"));
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> actions.goOn().run());
        boolean breaksOff = output instanceof TaskOutput.Chat chat
                && chat.written() != null
                && chat.written().stop() == StopReason.LENGTH;
        button.setVisible(breaksOff);
        button.setManaged(breaksOff);
        return button;
    }
}
