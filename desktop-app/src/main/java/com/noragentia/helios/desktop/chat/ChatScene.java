/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat;

import static com.noragentia.helios.desktop.chat.Shortcuts.control;

import com.noragentia.helios.desktop.chat.attachment.PastedPictures;
import com.noragentia.helios.desktop.chat.conversation.ChatShelf;
import com.noragentia.helios.desktop.chat.conversation.ChatThreads;
import com.noragentia.helios.desktop.chat.conversation.Conversation;
import com.noragentia.helios.desktop.chat.conversation.Draft;
import com.noragentia.helios.desktop.chat.conversation.Exchange;
import com.noragentia.helios.desktop.chat.list.ChatFiles;
import com.noragentia.helios.desktop.chat.list.ChatList;
import com.noragentia.helios.desktop.chat.settings.SettingsWindow;
import com.noragentia.helios.desktop.chat.settings.WorkerSettings;
import com.noragentia.helios.desktop.network.NetworkClient;
import com.noragentia.helios.desktop.supervisor.WorkerWatch;
import com.noragentia.helios.desktop.ui.ClipboardText;
import com.noragentia.helios.desktop.ui.Look;
import com.noragentia.helios.desktop.ui.Words;
import com.noragentia.helios.protocol.task.Language;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Everything inside the chat window, put together. UI thread only. */
final class ChatScene implements AutoCloseable {

    private static final double WIDTH_PIXELS = 960;
    private static final double HEIGHT_PIXELS = 720;

    private final ChatList list;
    private final Sidebar sidebar;
    private final Conversation conversation;
    private final Draft draft;
    private final OpenChat openChat;
    private final Words words;
    private final Composer composer;
    private final FindBar findBar;
    private final WorkerBar workerBar;
    private final StandingLine standingLine;
    private final SettingsWindow settings;
    private final ShortcutSheet sheet;
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
            PastedPictures pictures,
            WorkerSettings workerSettings) {
        words = new Words(ChatScene.class, "chat", language);
        conversation = new Conversation(network, threads, new SecureRandom(), shelf::newRecord);
        draft = new Draft(conversation, threads, pictures);
        openChat = new OpenChat(conversation, draft, shelf, this::focusComposer, this::find);
        BorderPane root = new BorderPane();
        root.getStyleClass().add("chat");
        AttachmentDoors doors = new AttachmentDoors(draft, words, root);
        doors.acceptDrops();
        EmptyState emptyState = new EmptyState(words, this::tryOut);
        MessageList messages = new MessageList(conversation, words, new StateWords(problems), emptyState, this::quote);
        findBar = new FindBar(conversation, messages, words, this::focusComposer);
        composer = new Composer(conversation, draft, words, look, doors, messages::editLast);
        ChatFiles files =
                new ChatFiles(shelf, words, clock, threads, new SystemFileChoice(words, root), conversation::newName);
        list = new ChatList(shelf, words, clock, files, openChat);
        sidebar = new Sidebar(list, words);
        // first, so that the tabulator goes there first
        root.setTop(new TopBar(words, look, sidebar, openChat::startAnew, openChat::turnTemporary, this::openSettings));
        root.setLeft(sidebar);
        workerBar = new WorkerBar(worker, words, threads, Clock.system(ZoneId.systemDefault()));
        standingLine = new StandingLine(network, words, threads);
        root.setCenter(new BorderPane(messages, findBar, null, foot(composer, workerBar, standingLine), null));
        settings = new SettingsWindow(words, look, workerSettings, threads.ui(), threads.background());
        sheet = new ShortcutSheet(words);
        StackPane layers = new StackPane(root, sheet);
        scene = new Scene(layers, WIDTH_PIXELS, HEIGHT_PIXELS);
        look.dress(scene);
        scene.getStylesheets()
                .add(Objects.requireNonNull(ChatScene.class.getResource("chat.css"))
                        .toExternalForm());
        sidebar.follow(scene.widthProperty());
        new Shortcuts(shortcuts(doors), conversation::stop, look).install(scene);
    }

    private static StackPane foot(Node... lines) {
        VBox column = new VBox(lines);
        column.getStyleClass().add("foot");
        StackPane foot = new StackPane(column);
        foot.getStyleClass().add("foot-centre");
        return foot;
    }

    private List<Shortcut> shortcuts(AttachmentDoors doors) {
        List<Shortcut> all = new ArrayList<>();
        all.add(new Shortcut("new-chat", control(KeyCode.N), openChat::startAnew));
        all.add(new Shortcut("temporary", control(KeyCode.N, KeyCombination.SHIFT_DOWN), openChat::turnTemporary));
        all.add(new Shortcut("search", control(KeyCode.K), this::searchChats));
        all.add(new Shortcut("find", control(KeyCode.F), findBar::begin));
        all.add(new Shortcut("sidebar", control(KeyCode.B), sidebar::turn));
        all.add(new Shortcut("attach", control(KeyCode.O), doors::choose));
        all.add(new Shortcut("again", control(KeyCode.R), this::askLastAgain));
        all.add(new Shortcut("copy", control(KeyCode.C, KeyCombination.SHIFT_DOWN), this::copyLast));
        all.add(new Shortcut("copy-code", control(KeyCode.SEMICOLON, KeyCombination.SHIFT_DOWN), this::copyLastCode));
        all.add(new Shortcut("remove", control(KeyCode.BACK_SPACE, KeyCombination.SHIFT_DOWN), this::removeChat));
        all.add(new Shortcut(
                "composer", new KeyCodeCombination(KeyCode.ESCAPE, KeyCombination.SHIFT_DOWN), this::focusComposer));
        all.add(new Shortcut("settings", control(KeyCode.COMMA), this::openSettings));
        all.add(new Shortcut("sheet", control(KeyCode.SLASH), () -> sheet.show(all)));
        all.add(new Shortcut("sheet", new KeyCodeCombination(KeyCode.F1), () -> sheet.show(all)));
        return all;
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

    void openSettings() {
        settings.open(scene.getWindow());
    }

    private void searchChats() {
        sidebar.show();
        list.focusSearch();
    }

    private void find(String sought) {
        findBar.find(sought);
    }

    private void askLastAgain() {
        lastExchange().ifPresent(conversation::askAgain);
    }

    private void copyLast() {
        lastExchange().map(Exchange::text).ifPresent(ClipboardText::put);
    }

    private void copyLastCode() {
        lastExchange().flatMap(Exchange::lastCode).ifPresent(ClipboardText::put);
    }

    private Optional<Exchange> lastExchange() {
        return conversation.exchanges().isEmpty()
                ? Optional.empty()
                : Optional.of(conversation.exchanges().getLast());
    }

    private void quote(String text) {
        draft.quote(text);
        composer.focusText();
    }

    private void removeChat() {
        openChat.shown().getValue().ifPresent(chat -> list.remove(List.of(chat)));
    }

    private void tryOut(String example) {
        draft.text().set(example);
        composer.focusText();
    }

    /** Takes back a question that is still being answered. */
    @Override
    public void close() {
        openChat.close();
        conversation.close();
        workerBar.close();
        standingLine.close();
        settings.close();
    }
}
