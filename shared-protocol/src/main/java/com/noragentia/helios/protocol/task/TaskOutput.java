/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.task;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an expert answered. {@link #text} is what was streamed, whole. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = TaskOutput.Chat.class, name = "chat"),
    @JsonSubTypes.Type(value = TaskOutput.Document.class, name = "document"),
    @JsonSubTypes.Type(value = TaskOutput.Image.class, name = "image"),
    @JsonSubTypes.Type(value = TaskOutput.Audio.class, name = "audio"),
    @JsonSubTypes.Type(value = TaskOutput.Embedding.class, name = "embedding"),
})
public sealed interface TaskOutput {

    /** The answer in words; empty where the answer is not words. */
    String text();

    /** Where the answer stands in the files; empty where it comes from nowhere in particular. */
    List<Source> sources();

    /** How a language model wrote it; null where none did. */
    @JsonIgnore
    default @Nullable Written writing() {
        return switch (this) {
            case Chat chat -> chat.written();
            case Document document -> document.written();
            case Image image -> null;
            case Audio audio -> null;
            case Embedding embedding -> null;
        };
    }

    /**
     * An answer in a conversation.
     *
     * @param origin what kind of text it is, so that nobody takes a quote for a thought
     * @param written how a language model wrote it; null where none did
     */
    record Chat(
            String text,
            List<Source> sources,
            AnswerOrigin origin,
            @Nullable Written written) implements TaskOutput {

        /** One that no language model wrote. */
        public Chat(String text, List<Source> sources, AnswerOrigin origin) {
            this(text, sources, origin, null);
        }
    }

    /**
     * An answer about documents, or their summary. Where a language model wrote it, a number in brackets, such as {@code [2]}, leads to that one of
     * the sources, 1 for the first.
     *
     * @param written how a language model wrote it; null where none did
     */
    record Document(
            String text,
            List<Source> sources,
            AnswerOrigin origin,
            @Nullable Written written) implements TaskOutput {

        /** One that no language model wrote. */
        public Document(String text, List<Source> sources, AnswerOrigin origin) {
            this(text, sources, origin, null);
        }
    }

    /**
     * What was read in pictures, line by line in reading order.
     *
     * @param seen what else was looked for and found; null where only text was read
     */
    record Image(
            String text,
            List<Source> sources,
            List<TextLine> lines,
            @Nullable List<Seen> seen) implements TaskOutput {

        public Image {
            seen = seen == null ? null : List.copyOf(seen);
        }

        /** Of text alone. */
        public Image(String text, List<Source> sources, List<TextLine> lines) {
            this(text, sources, lines, null);
        }

        /** All that was seen; none where only text was read. */
        public List<Seen> allSeen() {
            return seen == null ? List.of() : seen;
        }
    }

    /**
     * What was said in recordings.
     *
     * @param spoken in which languages, and by what kind of model it was heard; null where an older worker does not say
     */
    record Audio(
            String text,
            List<Source> sources,
            List<Utterance> utterances,
            @Nullable Spoken spoken) implements TaskOutput {

        /** One that says no more than the words. */
        public Audio(String text, List<Source> sources, List<Utterance> utterances) {
            this(text, sources, utterances, null);
        }
    }

    /** One vector a text, in the order of the input, each of length one (L2). */
    record Embedding(List<float[]> vectors) implements TaskOutput {
        @Override
        public String text() {
            return "";
        }

        @Override
        public List<Source> sources() {
            return List.of();
        }
    }
}
