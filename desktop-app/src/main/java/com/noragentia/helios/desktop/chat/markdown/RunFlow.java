/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat.markdown;

import java.util.List;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** Runs as one flowing text. */
final class RunFlow extends TextFlow {

    RunFlow(List<Run> runs, String styleClass) {
        getStyleClass().addAll("runs", styleClass);
        for (Run run : runs) {
            getChildren().add(isShortCode(run) ? codeLabel(run) : text(run));
        }
    }

    /** Short code gets a background, which only a label can have; long code must be able to wrap. */
    private static boolean isShortCode(Run run) {
        return run.styles().contains(Run.Style.CODE) && run.text().length() <= 40;
    }

    private static Label codeLabel(Run run) {
        Label label = new Label(run.text());
        label.getStyleClass().add("code-span");
        return label;
    }

    private static Text text(Run run) {
        Text text = new Text(run.text());
        text.getStyleClass().add("run");
        run.styles()
                .forEach(style -> text.getStyleClass().add("run-" + style.name().toLowerCase(Locale.ROOT)));
        return text;
    }
}
