/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat.list;

import com.noragentia.helios.desktop.history.Excerpt;
import com.noragentia.helios.desktop.ui.Icon;
import com.noragentia.helios.desktop.ui.Words;
import java.util.OptionalLong;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.kordamp.ikonli.feather.Feather;

/** A line of the list: a heading, or a chat with its title, which may be long. */
final class ChatCell extends ListCell<ListRow> {

    private static final PseudoClass SHOWN = PseudoClass.getPseudoClass("shown");
    private static final PseudoClass ANSWERED = PseudoClass.getPseudoClass("answered");

    private final ChatDoor door;
    private final Words words;

    ChatCell(ChatDoor door, Words words) {
        this.door = door;
        this.words = words;
        door.shown().subscribe(chat -> mark());
        door.answered().subscribe(chats -> mark());
        itemProperty().subscribe(row -> mark());
        setPrefWidth(0); // long titles are cut, the list is never scrolled sideways
    }

    private void mark() {
        OptionalLong shown = door.shown().getValue();
        boolean isShown = shown.isPresent()
                && getItem() instanceof ListRow.Item item
                && item.chat().id() == shown.getAsLong();
        pseudoClassStateChanged(SHOWN, isShown);
        boolean isAnswered = getItem() instanceof ListRow.Item item
                && door.answered().getValue().contains(item.chat().id());
        pseudoClassStateChanged(ANSWERED, isAnswered);
        if (getItem() instanceof ListRow.Item item) {
            String title = item.chat().title();
            setAccessibleText(isAnswered ? words.say("list.answered", title) : title);
        }
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
                mark();
            }
        }
    }

    private static VBox box(ListRow.Item item) {
        Label title = new Label(item.chat().title());
        title.getStyleClass().add("list-title");
        if (item.chat().isPinned()) {
            title.setGraphic(new Icon(Feather.BOOKMARK));
        }
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        Region dot = new Region();
        dot.getStyleClass().add("list-answered");
        HBox line = new HBox(title, dot);
        line.setAlignment(Pos.CENTER_LEFT);
        VBox box = new VBox(line);
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
