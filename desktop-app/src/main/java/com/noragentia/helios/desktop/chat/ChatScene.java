/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat;

import com.noragentia.helios.desktop.chat.attachment.PastedPictures;
import com.noragentia.helios.desktop.chat.conversation.ChatShelf;
import com.noragentia.helios.desktop.chat.conversation.ChatThreads;
import com.noragentia.helios.desktop.chat.conversation.Conversation;
import com.noragentia.helios.desktop.chat.conversation.Draft;
import com.noragentia.helios.desktop.chat.conversation.KeptChat;
import com.noragentia.helios.desktop.chat.list.ChatFiles;
import com.noragentia.helios.desktop.chat.list.ChatList;
import com.noragentia.helios.desktop.network.NetworkClient;
import com.noragentia.helios.desktop.supervisor.WorkerWatch;
import com.noragentia.helios.desktop.ui.Look;
import com.noragentia.helios.desktop.ui.Words;
import com.noragentia.helios.protocol.task.Language;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Objects;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Everything inside the chat window, put together. UI thread only. */
final class ChatScene implements AutoCloseable {

    private static final double WIDTH_PIXELS = 960;
    private static final double HEIGHT_PIXELS = 720;

    private final ChatShelf shelf;
    private final ChatList list;
    private final Sidebar sidebar;
    private final Conversation conversation;
    private final Draft draft;
    private final Words words;
    private final Composer composer;
    private final WorkerLine workerLine;
    private final StandingLine standingLine;
    private final Scene scene;

    ChatScene(
            NetworkClient network,
            WorkerWatch worker,
            Language language,
            ProblemWords problems,
            Look look,
            ChatThreads threads,
            ChatShelf shelf,
            Clock clock,
            PastedPictures pictures) {
        words = new Words(ChatScene.class, "chat", language);
        this.shelf = shelf;
        conversation = new Conversation(network, threads, new SecureRandom(), shelf::newRecord);
        draft = new Draft(conversation, threads, pictures);
        BorderPane root = new BorderPane();
        root.getStyleClass().add("chat");
        AttachmentDoors doors = new AttachmentDoors(draft, words, root);
        doors.acceptDrops();
        composer = new Composer(conversation, draft, words, look, doors);
        EmptyState emptyState = new EmptyState(words, this::tryOut);
        ChatFiles files =
                new ChatFiles(shelf, words, clock, threads, new SystemFileChoice(words, root), conversation::newName);
        list = new ChatList(shelf, words, clock, files, this::open);
        sidebar = new Sidebar(list, words);
        root.setTop(new TopBar(words, look, sidebar, this::newChat)); // first, so that the tabulator goes there first
        root.setLeft(sidebar);
        root.setCenter(new MessageList(conversation, words, new StateWords(problems), emptyState));
        workerLine = new WorkerLine(worker, words, threads.ui());
        standingLine = new StandingLine(network, words, threads);
        VBox column = new VBox(composer, workerLine, standingLine);
        column.getStyleClass().add("foot");
        StackPane foot = new StackPane(column);
        foot.getStyleClass().add("foot-centre");
        root.setBottom(foot);
        scene = new Scene(root, WIDTH_PIXELS, HEIGHT_PIXELS);
        look.dress(scene);
        scene.getStylesheets()
                .add(Objects.requireNonNull(ChatScene.class.getResource("chat.css"))
                        .toExternalForm());
        sidebar.follow(scene.widthProperty());
        new Shortcuts(
                        conversation::stop,
                        doors::choose,
                        this::newChat,
                        this::searchChats,
                        sidebar::turn,
                        this::askLastAgain,
                        look)
                .install(scene);
    }

    Scene scene() {
        return scene;
    }

    Words words() {
        return words;
    }

    Draft draft() {
        return draft;
    }

    Conversation conversation() {
        return conversation;
    }

    void focusComposer() {
        composer.focusText();
    }

    private void open(long chat) {
        keepDraft();
        shelf.open(chat, reopened -> {
            conversation.goOnWith(reopened);
            draft.clear();
            draft.text().set(reopened.draft());
            composer.focusText();
        });
    }

    /** What was being written waits in its chat. */
    private void keepDraft() {
        if (conversation.record() instanceof KeptChat kept && kept.id().get().isPresent()) {
            long chat = kept.id().get().getAsLong();
            String text = draft.text().get();
            shelf.change(history -> history.chats().keepDraft(chat, text));
        }
    }

    private void searchChats() {
        sidebar.show();
        list.focusSearch();
    }

    private void askLastAgain() {
        if (!conversation.exchanges().isEmpty()) {
            conversation.askAgain(conversation.exchanges().getLast());
        }
    }

    private void newChat() {
        keepDraft();
        conversation.startAnew();
        draft.clear();
        composer.focusText();
    }

    private void tryOut(String example) {
        draft.text().set(example);
        composer.focusText();
    }

    /** Takes back a question that is still being answered. */
    @Override
    public void close() {
        keepDraft();
        conversation.close();
        workerLine.close();
        standingLine.close();
    }
}
