/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat.list;

import com.noragentia.helios.desktop.chat.conversation.ChatShelf;
import com.noragentia.helios.desktop.chat.conversation.ChatThreads;
import com.noragentia.helios.desktop.history.ChatEntry;
import com.noragentia.helios.desktop.history.ChatFile;
import com.noragentia.helios.desktop.history.ChatHistory;
import com.noragentia.helios.desktop.history.MarkdownExport;
import com.noragentia.helios.desktop.history.SavedChat;
import com.noragentia.helios.desktop.history.SavedExchange;
import com.noragentia.helios.desktop.ui.Words;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** Copies of chats: beside them, as files, and back from files. UI thread only; files are read and written in the background. */
public final class ChatFiles {

    private static final int MOST_BYTES = Math.toIntExact(ChatFile.MOST_BYTES);

    private final ChatShelf shelf;
    private final Words words;
    private final Clock clock;
    private final ChatThreads threads;
    private final FileChoice choice;
    private final Supplier<String> names;
    private final ObjectProperty<Optional<News>> news = new SimpleObjectProperty<>(Optional.empty());

    /**
     * Copies.
     *
     * @param names of new chats, for the network
     */
    public ChatFiles(
            ChatShelf shelf, Words words, Clock clock, ChatThreads threads, FileChoice choice, Supplier<String> names) {
        this.shelf = shelf;
        this.words = words;
        this.clock = clock;
        this.threads = threads;
        this.choice = choice;
        this.names = names;
    }

    /** What came of reading or writing a file: a key of the words, and the number that goes with it. */
    record News(String key, int count) {}

    /** The last of it. */
    ReadOnlyObjectProperty<Optional<News>> news() {
        return news;
    }

    void copy(ChatEntry chat) {
        String name = names.get();
        String title = words.say("list.copy.title", chat.title());
        shelf.change(history -> history.read(chat.id()).ifPresent(saved -> add(history, name, title, saved)));
    }

    private void add(ChatHistory history, String name, String title, SavedChat saved) {
        List<SavedExchange> shown = saved.branches().shown();
        OptionalLong tip = shown.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(shown.getLast().id());
        history.add(name, title, saved.branches().all(), tip, clock.instant());
    }

    void exportMarkdown(ChatEntry chat) {
        MarkdownExport export = new MarkdownExport(new MarkdownExport.Words(
                words.say("export.you"),
                words.say("export.helios"),
                words.say("export.files"),
                words.say("export.unfinished")));
        export(List.of(chat), "md", saved -> export.of(saved.getFirst()).getBytes(StandardCharsets.UTF_8));
    }

    void exportJson(List<ChatEntry> chats) {
        export(chats, "json", saved -> ChatFile.of(saved).encode());
    }

    private void export(List<ChatEntry> chats, String extension, Function<List<SavedChat>, byte[]> form) {
        choice.save(chats.getFirst().title(), extension)
                .ifPresent(file -> shelf.read(
                        history -> chats.stream()
                                .flatMap(chat -> history.read(chat.id()).stream())
                                .toList(),
                        saved -> threads.background().execute(() -> write(file, form.apply(saved)))));
    }

    private void write(Path file, byte[] content) {
        try {
            Files.write(file, content);
        } catch (IOException e) {
            tell("export.failed", 0);
        }
    }

    void importChats() {
        choice.open("json").ifPresent(file -> threads.background().execute(() -> read(file)));
    }

    private void read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            switch (ChatFile.read(in.readNBytes(MOST_BYTES + 1))) {
                case ChatFile.Reading.Read(ChatFile read) -> threads.ui().execute(() -> take(read));
                case ChatFile.Reading.NotOurs notOurs -> tell("list.import.not-ours", 0);
                case ChatFile.Reading.Newer newer -> tell("list.import.newer", 0);
                case ChatFile.Reading.TooLong tooLong -> tell("list.import.too-long", 0);
            }
        } catch (IOException e) {
            tell("list.import.unreadable", 0);
        }
    }

    private void tell(String key, int count) {
        threads.ui().execute(() -> news.set(Optional.of(new News(key, count))));
    }

    private void take(ChatFile file) {
        for (ChatFile.Chat chat : file.chats()) {
            String name = names.get();
            Long tip = chat.tip();
            shelf.change(history -> history.add(
                    name,
                    chat.title(),
                    ChatFile.exchanges(chat),
                    tip == null ? OptionalLong.empty() : OptionalLong.of(tip),
                    clock.instant()));
        }
        tell("list.import.done", file.chats().size());
    }
}
