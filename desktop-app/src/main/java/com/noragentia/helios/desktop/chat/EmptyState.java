/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat;

import com.noragentia.helios.desktop.ui.HeliosIcon;
import com.noragentia.helios.desktop.ui.Icon;
import com.noragentia.helios.desktop.ui.Words;
import com.noragentia.helios.protocol.api.Limit;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.feather.Feather;

/** What an empty chat shows: what this is, three questions to try, and which files it reads. */
final class EmptyState extends VBox {

    private static final List<String> EXAMPLES = List.of("example.help", "example.arithmetic", "example.meaning");

    /** @param tryOut takes the example that was picked */
    EmptyState(Words words, Consumer<String> tryOut) {
        getStyleClass().add("empty-state");
        setAlignment(Pos.CENTER);
        Label title = label(words, "empty.title", "empty-title");
        Label subtitle = label(words, "empty.subtitle", "empty-subtitle");
        VBox examples = new VBox();
        examples.getStyleClass().add("examples");
        examples.setAlignment(Pos.CENTER);
        EXAMPLES.forEach(key -> examples.getChildren().add(example(words, key, tryOut)));
        Label files = new Label("", new Icon(Feather.PAPERCLIP));
        files.getStyleClass().add("empty-files");
        files.setWrapText(true);
        files.textProperty()
                .bind(words.live(phrases -> phrases.say(
                        "empty.files",
                        NoticeWords.acceptedTypes(),
                        NoticeWords.size(Limit.ATTACHMENT_BYTES.value(), phrases),
                        Limit.ATTACHMENTS_PER_JOB.value())));
        getChildren().addAll(HeliosIcon.view(128, 72), title, subtitle, examples, files);
    }

    private static Label label(Words words, String key, String styleClass) {
        Label label = new Label();
        label.setWrapText(true);
        label.setTextAlignment(TextAlignment.CENTER);
        label.getStyleClass().add(styleClass);
        label.textProperty().bind(words.live(key));
        return label;
    }

    private static Button example(Words words, String key, Consumer<String> tryOut) {
        Button button = new Button();
        button.getStyleClass().add("example");
        button.textProperty().bind(words.live(key));
        button.setMaxWidth(Double.MAX_VALUE);
        button.setOnAction(event -> tryOut.accept(words.say(key)));
        return button;
    }
}
