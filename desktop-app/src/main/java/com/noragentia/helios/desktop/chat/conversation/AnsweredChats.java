/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat.conversation;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;

/** The chats in which an answer is on its way, by their number in the file. UI thread only. */
final class AnsweredChats {

    private final Map<KeptChat, Subscription> chats = new HashMap<>();
    private final ReadOnlyObjectWrapper<Set<Long>> ids = new ReadOnlyObjectWrapper<>(Set.of());

    ObservableValue<Set<Long>> ids() {
        return ids.getReadOnlyProperty();
    }

    /** A chat that is kept nowhere is in no list. A new one gets its number a moment later. */
    void begin(ChatRecord record) {
        if (record instanceof KeptChat kept) {
            end(kept);
            chats.put(kept, kept.id().subscribe(this::count));
            count();
        }
    }

    void end(ChatRecord record) {
        Subscription known = chats.remove(record);
        if (known != null) {
            known.unsubscribe();
            count();
        }
    }

    private void count() {
        ids.set(chats.keySet().stream()
                .flatMapToLong(chat -> chat.id().get().stream())
                .boxed()
                .collect(Collectors.toUnmodifiableSet()));
    }
}
