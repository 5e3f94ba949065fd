/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat.list;

import com.noragentia.helios.desktop.history.Excerpt;
import com.noragentia.helios.desktop.ui.Icon;
import java.util.OptionalLong;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** A line of the list: a heading, or a chat with its title, which may be long. */
final class ChatCell extends ListCell<ListRow> {

    private static final PseudoClass SHOWN = PseudoClass.getPseudoClass("shown");

    /** @param shown the chat that is open */
    ChatCell(ObservableValue<OptionalLong> shown) {
        shown.subscribe(chat -> mark(chat, getItem()));
        itemProperty().subscribe(row -> mark(shown.getValue(), row));
        setPrefWidth(0); // long titles are cut, the list is never scrolled sideways
    }

    private void mark(OptionalLong shown, @Nullable ListRow row) {
        boolean isShown = shown.isPresent()
                && row instanceof ListRow.Item item
                && item.chat().id() == shown.getAsLong();
        pseudoClassStateChanged(SHOWN, isShown);
    }

    @Override
    protected void updateItem(ListRow row, boolean isEmpty) {
        super.updateItem(row, isEmpty);
        getStyleClass().removeAll("list-heading", "list-chat");
        setText(null);
        setGraphic(null);
        setAccessibleText(null);
        setDisable(false);
        if (isEmpty || row == null) {
            return;
        }
        switch (row) {
            case ListRow.Heading(String text) -> {
                getStyleClass().add("list-heading");
                setText(text);
                setDisable(true);
            }
            case ListRow.Item item -> {
                getStyleClass().add("list-chat");
                setGraphic(box(item));
                setAccessibleText(item.chat().title());
            }
        }
    }

    private static VBox box(ListRow.Item item) {
        Label title = new Label(item.chat().title());
        title.getStyleClass().add("list-title");
        if (item.chat().isPinned()) {
            title.setGraphic(new Icon(Feather.BOOKMARK));
        }
        VBox box = new VBox(title);
        box.getStyleClass().add("list-box");
        item.excerpt().ifPresent(excerpt -> box.getChildren().add(excerpt(excerpt)));
        return box;
    }

    private static TextFlow excerpt(Excerpt excerpt) {
        TextFlow flow = new TextFlow();
        flow.getStyleClass().add("list-excerpt");
        for (Excerpt.Part part : excerpt.parts()) {
            Text text = new Text(part.text().replaceAll("\\s+", " "));
            text.getStyleClass().add(part.isFound() ? "list-found" : "list-around");
            flow.getChildren().add(text);
        }
        return flow;
    }
}
