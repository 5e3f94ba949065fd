/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat.conversation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Chats that were left while an answer was on its way: it goes on, and whoever comes back finds it. UI thread only. */
final class LeftChats implements AutoCloseable {

    /** So many answers go on unseen; beyond it the oldest is stopped. */
    static final int MOST = 4;

    /** The first left first. One that was answered since stays until it is opened or others need its place: what is on the disk may be older. */
    private final List<LeftChat> chats = new ArrayList<>();

    void add(LeftChat chat) {
        chats.add(chat);
        while (chats.size() > MOST) {
            LeftChat least = chats.stream()
                    .filter(left -> !left.isBeingAnswered())
                    .findFirst()
                    .orElse(chats.getFirst());
            least.stop();
            chats.remove(least);
        }
    }

    /** The chat of a name, which is no longer left then. */
    Optional<LeftChat> take(String name) {
        Optional<LeftChat> found =
                chats.stream().filter(chat -> chat.name().equals(name)).findFirst();
        found.ifPresent(chats::remove);
        return found;
    }

    /** Stops what is on its way in chats that are deleted. */
    void forget(Collection<Long> deleted) {
        chats.removeIf(chat -> {
            boolean isDeleted = chat.record() instanceof KeptChat kept && kept.isIn(deleted);
            if (isDeleted) {
                chat.stop();
            }
            return isDeleted;
        });
    }

    @Override
    public void close() {
        chats.forEach(LeftChat::stop);
    }
}
