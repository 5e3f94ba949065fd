/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat.list;

import com.noragentia.helios.desktop.chat.conversation.ChatShelf;
import com.noragentia.helios.desktop.history.FolderTable;
import com.noragentia.helios.desktop.history.FolderTable.Naming;
import com.noragentia.helios.desktop.ui.Words;
import java.util.OptionalLong;
import java.util.function.Consumer;
import javafx.scene.control.TextInputDialog;

/** Asks for the name of a new folder until there is one or the member gives up. */
record FolderName(ChatShelf shelf, Words words) {

    /** @param then takes the new folder */
    void ask(Consumer<OptionalLong> then) {
        ask("", "", then);
    }

    private void ask(String name, String complaint, Consumer<OptionalLong> then) {
        TextInputDialog dialog = new TextInputDialog(name);
        dialog.setTitle(words.say("list.folder.new"));
        dialog.setHeaderText(complaint.isEmpty() ? null : complaint);
        dialog.setGraphic(null);
        dialog.setContentText(words.say("list.folder.name"));
        dialog.showAndWait()
                .ifPresent(typed -> shelf.read(history -> history.folders().make(typed), naming -> {
                    switch (naming) {
                        case Naming.Named(var folder) -> then.accept(OptionalLong.of(folder.id()));
                        case Naming.Taken taken -> ask(typed, words.say("list.folder.taken"), then);
                        case Naming.TooMany tooMany ->
                            ask(typed, words.say("list.folder.too-many", FolderTable.MOST), then);
                        case Naming.Empty empty -> {}
                    }
                }));
    }
}
