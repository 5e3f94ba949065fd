/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.task;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an expert is asked to do. Immutable; file contents travel as blobs, never inside. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = TaskInput.Chat.class, name = "chat"),
    @JsonSubTypes.Type(value = TaskInput.Document.class, name = "document"),
    @JsonSubTypes.Type(value = TaskInput.Image.class, name = "image"),
    @JsonSubTypes.Type(value = TaskInput.Audio.class, name = "audio"),
    @JsonSubTypes.Type(value = TaskInput.Embedding.class, name = "embedding"),
    @JsonSubTypes.Type(value = TaskInput.Combine.class, name = "combine"),
})
public sealed interface TaskInput {

    /** The capability this input asks for. */
    Expert expert();

    /** The language the answer is wanted in. */
    Language language();

    /** The files it speaks of; empty for none. */
    List<Attachment> attachments();

    /** The words of the member; empty where none are needed. */
    String question();

    /**
     * A conversation: the question comes after {@code history}, oldest turn first.
     *
     * @param options how a language model is to write; null where all of it is left to the model
     */
    record Chat(
            Language language,
            String question,
            List<ChatTurn> history,
            List<Attachment> attachments,
            @Nullable ChatOptions options)
            implements TaskInput {

        /** One that leaves to the model how it writes. */
        public Chat(Language language, String question, List<ChatTurn> history, List<Attachment> attachments) {
            this(language, question, history, attachments, null);
        }

        @Override
        public Expert expert() {
            return Expert.CHAT;
        }
    }

    /**
     * A question about documents, or the wish for a summary, in which case the question may be empty.
     *
     * @param share which share of a long document is to be summarised; null for all of it, as members ask it
     */
    record Document(
            Language language,
            String question,
            DocumentGoal goal,
            List<Attachment> attachments,
            @Nullable Share share) implements TaskInput {

        /** Of whole documents. */
        public Document(Language language, String question, DocumentGoal goal, List<Attachment> attachments) {
            this(language, question, goal, attachments, null);
        }

        @Override
        public Expert expert() {
            return Expert.DOCUMENT;
        }
    }

    /** What to do with a document. */
    enum DocumentGoal {
        @JsonProperty("answer")
        ANSWER,
        @JsonProperty("summary")
        SUMMARY
    }

    /**
     * Read the text in pictures, or look for something else; a question, when there is one, is answered from what was read.
     *
     * @param part which part of a job this is; null for the whole of it, as members ask it
     * @param sight what to look for; null for text, and as members ask it: their words tell
     */
    record Image(
            Language language,
            String question,
            List<Attachment> attachments,
            @Nullable Part part,
            @Nullable Sight sight)
            implements TaskInput {

        /** Of text. */
        public Image(Language language, String question, List<Attachment> attachments, @Nullable Part part) {
            this(language, question, attachments, part, null);
        }

        /** The whole of a job. */
        public Image(Language language, String question, List<Attachment> attachments) {
            this(language, question, attachments, null);
        }

        @Override
        public Expert expert() {
            return sight == null ? Expert.IMAGE : sight.expert();
        }
    }

    /**
     * Write down what is said in recordings.
     *
     * @param part which part of a job this is; null for the whole of it, as members ask it
     * @param share which of its shares is to be written down; null for all of it
     */
    record Audio(
            Language language,
            String question,
            List<Attachment> attachments,
            @Nullable Part part,
            @Nullable Share share)
            implements TaskInput {

        /** Of whole recordings. */
        public Audio(Language language, String question, List<Attachment> attachments, @Nullable Part part) {
            this(language, question, attachments, part, null);
        }

        /** The whole of a job. */
        public Audio(Language language, String question, List<Attachment> attachments) {
            this(language, question, attachments, null);
        }

        @Override
        public Expert expert() {
            return Expert.AUDIO;
        }
    }

    /** Turn texts into vectors whose dot product is their likeness. */
    record Embedding(Language language, List<String> texts) implements TaskInput {
        @Override
        public Expert expert() {
            return Expert.EMBEDDING;
        }

        @Override
        public List<Attachment> attachments() {
            return List.of();
        }

        @Override
        public String question() {
            return "";
        }
    }

    /**
     * Says that a task is one of several whose texts will stand one below the other: each begins with the name of its file.
     *
     * @param number 1 for the first
     * @param of how many there are
     */
    record Part(int number, int of) {}

    /**
     * Make one answer of what the parts of a job came to; planned by the orchestrator, never asked by a member.
     *
     * @param expert whose parts they are, and who is asked
     * @param question empty where all of the parts is wanted: of documents, a summary. What was said in recordings is asked of who reads documents
     * @param parts in the order of the job's attachments; what they say was written by workers, and may be anything
     * @param look what pictures were looked at for; null for anything else
     */
    record Combine(
            Expert expert,
            Language language,
            String question,
            List<Combined> parts,
            @Nullable Look look) implements TaskInput {

        /** Of anything but a look at pictures. */
        public Combine(Expert expert, Language language, String question, List<Combined> parts) {
            this(expert, language, question, parts, null);
        }

        /** The files were read by the parts. */
        @Override
        public List<Attachment> attachments() {
            return List.of();
        }
    }

    /**
     * What a part came to.
     *
     * @param file the name of the attachment it read
     * @param model id of the model that answered; null where an older orchestrator does not say
     */
    record Combined(
            String file, TaskOutput output, @Nullable String model) {

        /** Nobody says by which model. */
        public Combined(String file, TaskOutput output) {
            this(file, output, null);
        }
    }

    /**
     * Pictures were looked at, each for several things.
     *
     * @param sights what for: each picture has a part for each, in this order
     * @param unseen what nobody could look for
     */
    record Look(List<Sight> sights, List<Unseen> unseen) {

        public Look {
            sights = List.copyOf(sights);
            unseen = List.copyOf(unseen);
        }
    }

    /**
     * What nobody could look for.
     *
     * @param installed whether the network offers a model for it, which did not answer
     * @param demonstration id of a model that shows how it works, for who names it; null where there is none
     * @param why it did not answer; null where none is installed, and where an older orchestrator does not say
     */
    record Unseen(
            Sight sight,
            boolean installed,
            @Nullable String demonstration,
            @Nullable Absence why) {

        /** One of which no more is to be said than whether it is installed. */
        public Unseen(Sight sight, boolean installed, @Nullable String demonstration) {
            this(sight, installed, demonstration, null);
        }
    }

    /** Why nobody looked with a model that the network offers. */
    enum Absence {
        /** Nobody online hosts it just now. */
        @JsonEnumDefaultValue
        @JsonProperty("away")
        AWAY,
        /** Only the member's own computers may answer, and none of them hosts it. */
        @JsonProperty("own_only")
        OWN_ONLY,
        /** Whoever was asked did not answer. */
        @JsonProperty("failed")
        FAILED
    }
}
