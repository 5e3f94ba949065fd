/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat.list;

import com.noragentia.helios.desktop.chat.conversation.ChatShelf;
import com.noragentia.helios.desktop.history.ChatEntry;
import com.noragentia.helios.desktop.history.ChatFolder;
import com.noragentia.helios.desktop.history.Finding;
import com.noragentia.helios.desktop.ui.IconButton;
import com.noragentia.helios.desktop.ui.Words;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalLong;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/**
 * All chats in groups, or what a search finds in them. F2 renames, Delete removes, Enter opens; several can be selected. UI thread only.
 */
public final class ChatList extends VBox {

    private final ChatShelf shelf;
    private final Words words;
    private final Clock clock;
    private final ChatDoor door;
    private final TextField search = new TextField();
    private final ObservableList<ListRow> rows = FXCollections.observableArrayList();
    private final RemovedNote removed;
    private final TitleField title;
    private final StackPane middle;
    private final ListView<ListRow> list = new ListView<>(rows);
    private List<ChatFolder> folders = List.of();

    public ChatList(ChatShelf shelf, Words words, Clock clock, ChatFiles files, ChatDoor door) {
        this.shelf = shelf;
        this.words = words;
        this.clock = clock;
        this.door = door;
        getStyleClass().add("chat-list");
        prepareSearch();
        prepareList();
        removed = new RemovedNote(shelf, words, clock, door::removed);
        list.addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
        ChatMenu menu = new ChatMenu(this, shelf, words, removed, files);
        list.setContextMenu(menu);
        title = new TitleField(
                words,
                (chat, typed) -> shelf.change(history -> history.chats().rename(chat.id(), typed)),
                list::requestFocus);
        title.visibleProperty().subscribe(isThere -> {
            if (!isThere) {
                refresh();
            }
        });
        middle = new StackPane(list, title);
        VBox.setVgrow(middle, Priority.ALWAYS);
        getChildren()
                .addAll(head(menu), new ShelfNote(shelf, words), middle, new TellingNote(files.news(), words), removed);
        shelf.chats().addListener((ListChangeListener<ChatEntry>) change -> refresh());
        words.language().subscribe(language -> refresh());
    }

    /** The menu has a button too: not everybody looks for it under the other button of the mouse. */
    private HBox head(ChatMenu menu) {
        IconButton more = new IconButton(Feather.MORE_HORIZONTAL, words.live("list.menu"), () -> {});
        more.setId("chat-menu");
        more.setOnAction(event -> {
            selectShown();
            menu.show(more, Side.BOTTOM, 0, 0);
        });
        HBox.setHgrow(search, Priority.ALWAYS);
        HBox head = new HBox(search, more);
        head.getStyleClass().add("list-head");
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private void prepareSearch() {
        search.setId("chat-search");
        search.promptTextProperty().bind(words.live("list.search"));
        search.accessibleTextProperty().bind(words.live("list.search"));
        search.textProperty().subscribe(text -> refresh());
        search.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && !search.getText().isEmpty()) {
                search.clear();
                event.consume();
            } else if (event.getCode() == KeyCode.DOWN) {
                list.requestFocus();
                event.consume();
            }
        });
    }

    private void prepareList() {
        list.setId("chats");
        list.accessibleTextProperty().bind(words.live("list"));
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.setCellFactory(any -> {
            ChatCell cell = new ChatCell(door, words);
            cell.setOnMouseClicked(event -> {
                if (event.isStillSincePress()
                        && !event.isShiftDown()
                        && !event.isShortcutDown()
                        && event.getButton() == MouseButton.PRIMARY) {
                    openSelected();
                }
            });
            return cell;
        });
        Label nothing = new Label();
        nothing.setWrapText(true);
        nothing.getStyleClass().add("list-nothing");
        nothing.textProperty()
                .bind(words.live(
                        phrases -> phrases.say(search.getText().isBlank() ? "list.empty" : "list.nothing-found"),
                        search.textProperty()));
        list.setPlaceholder(nothing);
    }

    private void keyPressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            openSelected();
        } else if (event.getCode() == KeyCode.DELETE) {
            removed.remove(selected().stream().map(ChatEntry::id).toList());
        } else if (event.getCode() == KeyCode.F2) {
            rename();
        } else {
            return;
        }
        event.consume();
    }

    /** The chats that are selected. */
    List<ChatEntry> selected() {
        return list.getSelectionModel().getSelectedItems().stream()
                .filter(ListRow.Item.class::isInstance)
                .map(row -> ((ListRow.Item) row).chat())
                .toList();
    }

    /** The folders there are, by name. */
    List<ChatFolder> folders() {
        return folders;
    }

    /** Lets the title of the selected chat be edited in its place. */
    void rename() {
        int index = list.getSelectionModel().getSelectedIndex();
        for (Node node : list.lookupAll(".list-chat")) {
            if (node instanceof ChatCell cell
                    && cell.getIndex() == index
                    && cell.getItem() instanceof ListRow.Item item) {
                title.edit(item.chat(), middle.sceneToLocal(cell.localToScene(cell.getBoundsInLocal())));
                return;
            }
        }
    }

    /** Takes chats off the list, and says so. */
    public void remove(List<Long> chats) {
        removed.remove(chats);
    }

    /** The menu is about the chat that is shown, where none is selected. */
    private void selectShown() {
        OptionalLong shown = door.shown().getValue();
        for (int i = 0; i < rows.size() && selected().isEmpty() && shown.isPresent(); i++) {
            if (rows.get(i) instanceof ListRow.Item item && item.chat().id() == shown.getAsLong()) {
                list.getSelectionModel().clearAndSelect(i);
            }
        }
    }

    private void openSelected() {
        List<ListRow> selected = list.getSelectionModel().getSelectedItems();
        if (selected.size() == 1 && selected.getFirst() instanceof ListRow.Item item) {
            door.open(item.chat().id(), item.excerpt().isPresent() ? search.getText() : "");
        }
    }

    /** Puts the cursor into the search. */
    public void focusSearch() {
        search.requestFocus();
        search.selectAll();
    }

    private void refresh() {
        String text = search.getText();
        if (text.isBlank()) {
            shelf.read(history -> history.folders().list(), this::show);
        } else {
            shelf.read(history -> history.search().find(text), found -> showFound(text, found));
        }
    }

    private void show(List<ChatFolder> found) {
        if (search.getText().isBlank()) {
            folders = found;
            replace(lines().of(shelf.chats(), found));
        }
    }

    /** What was found for a text that has changed since is not shown. */
    private void showFound(String text, List<Finding> found) {
        if (text.equals(search.getText())) {
            replace(lines().found(found));
        }
    }

    private ListRows lines() {
        return new ListRows(words.phrases(), clock.instant(), ZoneId.systemDefault());
    }

    /** Not below a title that is being typed: its line would be another's. */
    private void replace(List<ListRow> next) {
        if (title.isVisible() || next.equals(rows)) {
            return;
        }
        List<Long> selected = selected().stream().map(ChatEntry::id).toList();
        rows.setAll(next);
        list.getSelectionModel().clearSelection(); // the place that was selected is another chat's now
        for (int i = 0; i < next.size(); i++) {
            if (next.get(i) instanceof ListRow.Item item
                    && selected.contains(item.chat().id())) {
                list.getSelectionModel().select(i);
            }
        }
    }
}
