/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat;

import com.noragentia.helios.desktop.chat.conversation.ChatRecord;
import com.noragentia.helios.desktop.chat.conversation.ChatShelf;
import com.noragentia.helios.desktop.chat.conversation.Conversation;
import com.noragentia.helios.desktop.chat.conversation.Draft;
import com.noragentia.helios.desktop.chat.conversation.KeptChat;
import com.noragentia.helios.desktop.chat.list.ChatDoor;
import java.util.Collection;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.util.Duration;

/** The chat that is open and the ways to another one; what is being written waits in its chat. UI thread only. */
final class OpenChat implements ChatDoor, AutoCloseable {

    /** So long after the last key the draft is on the disk. */
    private static final Duration DRAFT_REST = Duration.seconds(1);

    private final Conversation conversation;
    private final Draft draft;
    private final ChatShelf shelf;
    private final Runnable ready;
    private final Consumer<String> seek;
    private final ObservableValue<OptionalLong> shown;
    private final PauseTransition rest = new PauseTransition(DRAFT_REST);
    /** What was being written in a chat that is in no list yet. */
    private String newDraft = "";

    /**
     * @param ready runs when another chat is there to be written in
     * @param seek runs instead where words were sought that stand in it
     */
    OpenChat(Conversation conversation, Draft draft, ChatShelf shelf, Runnable ready, Consumer<String> seek) {
        this.conversation = conversation;
        this.draft = draft;
        this.shelf = shelf;
        this.ready = ready;
        this.seek = seek;
        shown = conversation.record().flatMap(OpenChat::id);
        rest.setOnFinished(event -> keepDraft());
        draft.text().subscribe(text -> rest.playFromStart());
    }

    private static ObservableValue<OptionalLong> id(ChatRecord record) {
        return switch (record) {
            case KeptChat kept -> kept.id();
            case ChatRecord.Unkept unkept -> new SimpleObjectProperty<>(OptionalLong.empty());
        };
    }

    @Override
    public ObservableValue<OptionalLong> shown() {
        return shown;
    }

    @Override
    public void open(long chat, String sought) {
        if (shown.getValue().equals(OptionalLong.of(chat))) {
            ready(sought);
            return;
        }
        leaveDraft();
        shelf.open(chat, reopened -> {
            conversation.goOnWith(reopened);
            begin(reopened.draft(), sought);
        });
    }

    @Override
    public ObservableValue<Set<Long>> answered() {
        return conversation.answered();
    }

    @Override
    public void removed(Collection<Long> chats) {
        conversation.forget(chats);
        OptionalLong now = shown.getValue();
        if (now.isPresent() && chats.contains(now.getAsLong())) {
            startAnew();
        }
    }

    void startAnew() {
        leaveDraft();
        conversation.startAnew();
        begin(newDraft, "");
        newDraft = "";
    }

    /** Begins a chat that is kept nowhere, or ends it if one is open. */
    void turnTemporary() {
        if (conversation.record().get() instanceof ChatRecord.Unkept) {
            startAnew();
        } else {
            leaveDraft();
            conversation.startTemporary();
            begin("", "");
        }
    }

    private void begin(String text, String sought) {
        draft.clear();
        draft.text().set(text);
        ready(sought);
    }

    private void ready(String sought) {
        if (sought.isBlank()) {
            ready.run();
        } else {
            seek.accept(sought);
        }
    }

    private void leaveDraft() {
        draft.takeBack();
        boolean isNew = conversation.record().get() instanceof KeptChat
                && shown.getValue().isEmpty();
        if (isNew) {
            newDraft = draft.text().get();
        } else {
            keepDraft();
        }
    }

    private void keepDraft() {
        rest.stop();
        shown.getValue().ifPresent(chat -> {
            String text = draft.text().get();
            shelf.write(history -> history.chats().keepDraft(chat, text));
        });
    }

    @Override
    public void close() {
        keepDraft();
    }
}
