/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat.list;

import com.noragentia.helios.desktop.history.ChatEntry;
import com.noragentia.helios.desktop.history.Excerpt;
import com.noragentia.helios.desktop.ui.Icon;
import java.util.OptionalLong;
import java.util.function.BiConsumer;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** A line of the list: a heading, or a chat with its title, which can be edited in place. */
final class ChatCell extends ListCell<ListRow> {

    private static final PseudoClass SHOWN = PseudoClass.getPseudoClass("shown");

    private final BiConsumer<ChatEntry, String> rename;

    /**
     * A line.
     *
     * @param shown the chat that is open
     * @param rename takes the title that was typed
     */
    ChatCell(ObservableValue<OptionalLong> shown, BiConsumer<ChatEntry, String> rename) {
        this.rename = rename;
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

    @Override
    public void startEdit() {
        if (getItem() instanceof ListRow.Item(ChatEntry chat, var excerpt)) {
            super.startEdit();
            TextField field = new TextField(chat.title());
            field.setOnAction(event -> finish(chat, field.getText()));
            field.focusedProperty().subscribe((was, is) -> {
                if (was && !is && isEditing()) {
                    finish(chat, field.getText());
                }
            });
            field.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
                if (event.getCode() == KeyCode.ESCAPE) {
                    event.consume();
                    cancelEdit();
                }
            });
            setGraphic(field);
            field.requestFocus();
            field.selectAll();
        }
    }

    private void finish(ChatEntry chat, String title) {
        cancelEdit();
        rename.accept(chat, title);
    }

    @Override
    public void cancelEdit() {
        super.cancelEdit();
        if (getItem() instanceof ListRow.Item item) {
            setGraphic(box(item));
        }
        getListView().requestFocus();
    }
}
