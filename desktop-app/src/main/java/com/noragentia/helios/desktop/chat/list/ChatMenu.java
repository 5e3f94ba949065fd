/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat.list;

import com.noragentia.helios.desktop.chat.conversation.ChatShelf;
import com.noragentia.helios.desktop.history.ChatEntry;
import com.noragentia.helios.desktop.history.ChatFolder;
import com.noragentia.helios.desktop.ui.Words;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** What can be done with the chats that are selected. */
final class ChatMenu extends ContextMenu {

    private final ChatList list;
    private final ChatShelf shelf;
    private final Words words;
    private final RemovedNote removed;
    private final ChatFiles files;

    ChatMenu(ChatList list, ChatShelf shelf, Words words, RemovedNote removed, ChatFiles files) {
        this.list = list;
        this.shelf = shelf;
        this.words = words;
        this.removed = removed;
        this.files = files;
        setOnShowing(event -> fill());
        fill(); // a menu without items is never shown
    }

    private void fill() {
        List<ChatEntry> chats = list.selected();
        List<Long> ids = chats.stream().map(ChatEntry::id).toList();
        boolean isOne = chats.size() == 1;
        boolean arePinned = !chats.isEmpty() && chats.stream().allMatch(ChatEntry::isPinned);
        MenuItem rename = item("list.rename", isOne, list::rename);
        MenuItem pin = item(
                arePinned ? "list.unpin" : "list.pin",
                !ids.isEmpty(),
                () -> shelf.change(history -> history.chats().pin(ids, !arePinned)));
        MenuItem copy = item("list.copy", isOne, () -> files.copy(chats.getFirst()));
        MenuItem markdown = item("list.export.markdown", isOne, () -> files.exportMarkdown(chats.getFirst()));
        MenuItem json = item("list.export.json", !ids.isEmpty(), () -> files.exportJson(chats));
        MenuItem remove = item("list.remove", !ids.isEmpty(), () -> removed.remove(ids));
        getItems()
                .setAll(
                        rename,
                        pin,
                        folders(chats, ids),
                        copy,
                        new SeparatorMenuItem(),
                        markdown,
                        json,
                        item("list.import", true, files::importChats),
                        new SeparatorMenuItem(),
                        remove);
    }

    private MenuItem item(String key, boolean isPossible, Runnable action) {
        MenuItem item = new MenuItem(words.say(key));
        item.setId(key.replace('.', '-'));
        item.setDisable(!isPossible);
        item.setOnAction(event -> action.run());
        return item;
    }

    private Menu folders(List<ChatEntry> chats, List<Long> ids) {
        Menu menu = new Menu(words.say("list.folder"));
        menu.setDisable(ids.isEmpty());
        Consumer<OptionalLong> move =
                folder -> shelf.change(history -> history.chats().move(ids, folder));
        menu.getItems().add(choice(words.say("list.folder.none"), chats, OptionalLong.empty(), move));
        for (ChatFolder folder : list.folders()) {
            menu.getItems().add(choice(folder.name(), chats, OptionalLong.of(folder.id()), move));
        }
        menu.getItems()
                .addAll(
                        new SeparatorMenuItem(),
                        item("list.folder.new", true, () -> new FolderName(shelf, words).askNew(move)));
        Optional<ChatFolder> common = list.folders().stream()
                .filter(folder -> areIn(OptionalLong.of(folder.id()), chats))
                .findFirst();
        menu.getItems()
                .add(item(
                        "list.folder.rename",
                        common.isPresent(),
                        () -> new FolderName(shelf, words).askOther(common.orElseThrow())));
        menu.getItems()
                .add(item(
                        "list.folder.remove",
                        common.isPresent(),
                        () -> shelf.change(history ->
                                history.folders().remove(common.orElseThrow().id()))));
        return menu;
    }

    private static boolean areIn(OptionalLong folder, List<ChatEntry> chats) {
        return !chats.isEmpty() && chats.stream().allMatch(chat -> chat.folder().equals(folder));
    }

    private static CheckMenuItem choice(
            String name, List<ChatEntry> chats, OptionalLong folder, Consumer<OptionalLong> move) {
        CheckMenuItem item = new CheckMenuItem(name);
        item.setMnemonicParsing(false);
        item.setSelected(areIn(folder, chats));
        item.setOnAction(event -> move.accept(folder));
        return item;
    }
}
