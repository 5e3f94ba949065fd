/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat;

import com.noragentia.helios.desktop.answer.NumberedSource;
import com.noragentia.helios.desktop.chat.markdown.VisibleText;
import com.noragentia.helios.desktop.ui.Icon;
import com.noragentia.helios.desktop.ui.Words;
import com.noragentia.helios.protocol.task.Source;
import java.util.List;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The places an answer quotes or speaks of by number, a card each; after the first few the rest comes on request. */
final class SourceList extends VBox {

    private static final int SHOWN_AT_FIRST = 3;
    private static final int QUOTE_CHARACTERS = 280;

    SourceList(List<NumberedSource> sources, Words words) {
        getStyleClass().add("sources");
        Label title = new Label();
        title.getStyleClass().add("sources-title");
        title.textProperty().bind(words.live("sources.title", sources.size()));
        getChildren().add(title);
        sources.stream().limit(SHOWN_AT_FIRST).forEach(source -> getChildren().add(card(source, words)));
        List<NumberedSource> rest = sources.stream().skip(SHOWN_AT_FIRST).toList();
        if (!rest.isEmpty()) {
            getChildren().add(restLink(rest, words));
        }
    }

    private Hyperlink restLink(List<NumberedSource> rest, Words words) {
        Hyperlink link = new Hyperlink();
        link.textProperty().bind(words.live("sources.rest", rest.size()));
        link.setOnAction(event -> {
            getChildren().remove(link);
            rest.forEach(source -> getChildren().add(card(source, words)));
        });
        return link;
    }

    private static VBox card(NumberedSource numbered, Words words) {
        Source source = numbered.source();
        Label place = new Label("", new Icon(Feather.FILE_TEXT));
        place.textProperty()
                .bind(words.live(phrases -> numbered.mark() + VisibleText.of(FactWords.place(source, phrases))));
        place.getStyleClass().add("source-place");
        Label quote = new Label();
        quote.textProperty().bind(words.live("source.quote", shortened(VisibleText.of(source.quote()))));
        quote.setWrapText(true);
        quote.getStyleClass().add("source-quote");
        VBox card = new VBox(place, quote);
        card.getStyleClass().add("source-card");
        return card;
    }

    private static String shortened(String quote) {
        String line = quote.strip().replaceAll("\\s+", " ");
        return line.codePointCount(0, line.length()) <= QUOTE_CHARACTERS
                ? line
                : line.substring(0, line.offsetByCodePoints(0, QUOTE_CHARACTERS))
                                .strip() + "…";
    }
}
