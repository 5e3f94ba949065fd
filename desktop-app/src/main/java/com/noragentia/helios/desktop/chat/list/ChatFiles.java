/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat.list;

import com.noragentia.helios.desktop.chat.conversation.ChatShelf;
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
import java.util.OptionalLong;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Copies of chats: beside them, as files, and back from files. UI thread only; files are read and written in the background. */
final class ChatFiles {

    private static final int MOST_BYTES = Math.toIntExact(ChatFile.MOST_BYTES);

    private final ChatShelf shelf;
    private final Words words;
    private final Clock clock;
    private final Executor background;
    private final FileChoice choice;
    private final Supplier<String> names;
    private final Consumer<String> tell;

    /**
     * Copies.
     *
     * @param background may block
     * @param names of new chats, for the network
     * @param tell takes what came of it, in words; called on any thread
     */
    ChatFiles(
            ChatShelf shelf,
            Words words,
            Clock clock,
            Executor background,
            FileChoice choice,
            Supplier<String> names,
            Consumer<String> tell) {
        this.shelf = shelf;
        this.words = words;
        this.clock = clock;
        this.background = background;
        this.choice = choice;
        this.names = names;
        this.tell = tell;
    }

    void copy(ChatEntry chat) {
        String name = names.get();
        String title = words.say("list.copy.title", chat.title());
        shelf.change(history -> history.read(chat.id()).ifPresent(saved -> add(history, name, title, saved)));
    }

    private void add(ChatHistory history, String name, String title, SavedChat saved) {
        List<SavedExchange> shown = saved.branches().shown();
        OptionalLong tip = shown.isEmpty() ? OptionalLong.empty() : OptionalLong.of(shown.getLast().id());
        history.add(name, title, saved.branches().all(), tip, clock.instant());
    }

    void exportMarkdown(ChatEntry chat) {
        MarkdownExport export = new MarkdownExport(new MarkdownExport.Words(
                words.say("export.you"), words.say("export.helios"), words.say("export.files"), words.say("export.unfinished")));
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
                        saved -> background.execute(() -> write(file, form.apply(saved)))));
    }

    private void write(Path file, byte[] content) {
        try {
            Files.write(file, content);
        } catch (IOException e) {
            tell.accept(words.say("export.failed"));
        }
    }

    void importChats() {
        choice.open("json").ifPresent(file -> background.execute(() -> tell.accept(read(file))));
    }

    private String read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return switch (ChatFile.read(in.readNBytes(MOST_BYTES + 1))) {
                case ChatFile.Reading.Read(ChatFile read) -> take(read);
                case ChatFile.Reading.NotOurs notOurs -> words.say("list.import.not-ours");
                case ChatFile.Reading.Newer newer -> words.say("list.import.newer");
                case ChatFile.Reading.TooLong tooLong -> words.say("list.import.too-long");
            };
        } catch (IOException e) {
            return words.say("list.import.unreadable");
        }
    }

    private String take(ChatFile file) {
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
        return words.say("list.import.done", file.chats().size());
    }
}
