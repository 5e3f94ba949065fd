/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.history;

import com.noragentia.helios.protocol.task.FileType;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.wire.JsonCodec;
import com.noragentia.helios.protocol.wire.WireException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Chats as they are exported to JSON and imported again, with all their branches. Where files lay on this computer stays out. */
public record ChatFile(int version, List<Chat> chats) {

    /** What this Helios writes; it reads no other. */
    public static final int VERSION = 1;

    /** An export of years of chats is smaller. */
    public static final long MOST_BYTES = 64L << 20;

    private static final int MOST_EXCHANGES = 100_000;

    /** @param tip the last exchange of the branch that was shown; null in an empty chat */
    public record Chat(
            String title,
            List<Exchange> exchanges,
            @Nullable Long tip) {}

    /**
     * One question and its answer.
     *
     * @param id counts in this chat only
     * @param parent an earlier one of the list; null for a first one
     * @param outcome null where it had none
     */
    public record Exchange(
            long id,
            @Nullable Long parent,
            Instant askedAt,
            Language language,
            String question,
            List<Attached> files,
            String answer,
            @Nullable Outcome outcome) {}

    public record Attached(String name, FileType type, long bytes) {}

    /** What came of reading a file. */
    public sealed interface Reading {

        record Read(ChatFile file) implements Reading {}

        /** It is none of ours, or damaged. */
        record NotOurs() implements Reading {}

        /** A newer Helios wrote it. */
        record Newer() implements Reading {}

        record TooLong() implements Reading {}
    }

    /** The file's version alone, which every version has. */
    record Version(int version) {}

    public static ChatFile of(List<SavedChat> chats) {
        return new ChatFile(VERSION, chats.stream().map(ChatFile::chat).toList());
    }

    private static Chat chat(SavedChat saved) {
        List<SavedExchange> shown = saved.branches().shown();
        return new Chat(
                saved.title(),
                saved.branches().all().stream().map(ChatFile::exchange).toList(),
                shown.isEmpty() ? null : shown.getLast().id());
    }

    private static Exchange exchange(SavedExchange saved) {
        SavedQuestion question = saved.question();
        return new Exchange(
                saved.id(),
                saved.parent().isPresent() ? saved.parent().getAsLong() : null,
                question.askedAt(),
                question.language(),
                question.text(),
                question.files().stream()
                        .map(file -> new Attached(file.name(), file.type(), file.bytes()))
                        .toList(),
                saved.answer(),
                saved.outcome().orElse(null));
    }

    public byte[] encode() {
        return JsonCodec.encode(this);
    }

    public static Reading read(byte[] json) {
        if (json.length > MOST_BYTES) {
            return new Reading.TooLong();
        }
        try {
            if (JsonCodec.decode(json, Version.class, MOST_BYTES).version() > VERSION) {
                return new Reading.Newer();
            }
            ChatFile file = JsonCodec.decode(json, ChatFile.class, MOST_BYTES);
            return file.version() == VERSION && file.isSound() ? new Reading.Read(file) : new Reading.NotOurs();
        } catch (WireException e) {
            return new Reading.NotOurs();
        }
    }

    private boolean isSound() {
        return chats.stream().mapToInt(chat -> chat.exchanges().size()).sum() <= MOST_EXCHANGES
                && chats.stream().allMatch(ChatFile::isSound);
    }

    /** Each parent stands before its children, so no branch goes round in circles. */
    private static boolean isSound(Chat chat) {
        Set<Long> before = new HashSet<>();
        for (Exchange exchange : chat.exchanges()) {
            Long parent = exchange.parent();
            if ((parent != null && !before.contains(parent)) || !before.add(exchange.id())) {
                return false;
            }
        }
        return true;
    }

    /** The exchanges of a chat, as {@link ChatHistory#add} takes them. */
    public static List<SavedExchange> exchanges(Chat chat) {
        return chat.exchanges().stream().map(ChatFile::saved).toList();
    }

    private static SavedExchange saved(Exchange exchange) {
        Long parent = exchange.parent();
        return new SavedExchange(
                exchange.id(),
                parent == null ? OptionalLong.empty() : OptionalLong.of(parent),
                new SavedQuestion(
                        exchange.question(),
                        exchange.files().stream()
                                .map(file -> new SavedFile("", file.name(), file.type(), file.bytes()))
                                .toList(),
                        exchange.language(),
                        exchange.askedAt()),
                exchange.answer(),
                Optional.ofNullable(exchange.outcome()));
    }
}
