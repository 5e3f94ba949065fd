/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat.list;

import com.noragentia.helios.desktop.chat.conversation.ChatShelf;
import com.noragentia.helios.desktop.history.ChatFolder;
import com.noragentia.helios.desktop.history.FolderTable;
import com.noragentia.helios.desktop.history.FolderTable.Naming;
import com.noragentia.helios.desktop.ui.Words;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import javafx.scene.control.TextInputDialog;

/** Asks for the name of a folder until there is one or the member gives up. */
record FolderName(ChatShelf shelf, Words words) {

    /** @param then takes the new folder */
    void askNew(Consumer<OptionalLong> then) {
        ask(new Asked("list.folder.new", FolderTable::make, then), "", "");
    }

    void askOther(ChatFolder folder) {
        Asked asked = new Asked(
                "list.folder.rename",
                (table, typed) -> table.rename(folder.id(), typed),
                renamed -> shelf.change(history -> {}));
        ask(asked, folder.name(), "");
    }

    /** @param title a key */
    private record Asked(String title, BiFunction<FolderTable, String, Naming> name, Consumer<OptionalLong> then) {}

    private void ask(Asked asked, String name, String complaint) {
        TextInputDialog dialog = new TextInputDialog(name);
        dialog.setTitle(words.say(asked.title()));
        dialog.setHeaderText(complaint.isEmpty() ? null : complaint);
        dialog.setGraphic(null);
        dialog.setContentText(words.say("list.folder.name"));
        dialog.showAndWait()
                .ifPresent(typed -> shelf.read(history -> asked.name().apply(history.folders(), typed), naming -> {
                    switch (naming) {
                        case Naming.Named(var folder) -> asked.then().accept(OptionalLong.of(folder.id()));
                        case Naming.Taken taken -> ask(asked, typed, words.say("list.folder.taken"));
                        case Naming.TooMany tooMany ->
                            ask(asked, typed, words.say("list.folder.too-many", FolderTable.MOST));
                        case Naming.Empty empty -> {}
                    }
                }));
    }
}
