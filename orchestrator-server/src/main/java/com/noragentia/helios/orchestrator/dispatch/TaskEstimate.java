/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import com.noragentia.helios.protocol.task.Attachment;
import com.noragentia.helios.protocol.task.ChatTurn;
import com.noragentia.helios.protocol.task.TaskInput;
import java.util.List;

/**
 * What a task will probably ask of a worker, from its input alone: the files are not opened. All constants are first guesses: they tell
 * how long a lease may take and which experts are asked for. What a member's turn is charged follows from the prices ({@link NewTask#cost}). Pure, thread-safe.
 */
final class TaskEstimate {

    /** English and Spanish words in the usual vocabularies; other scripts have fewer. */
    private static final int CHARACTERS_PER_TOKEN = 4;

    private static final long ANSWER_TOKENS = 256;
    private static final long SUMMARY_TOKENS = 512;
    /** Lines read in a picture. */
    private static final long TOKENS_OF_A_PICTURE = 300;
    /** What a picture costs to look at, however few its bytes: it is scaled to the same size. */
    private static final long PICTURE_TOKENS = 1_000;
    /** And for each 64 KiB of file, since large files hold more to find. */
    private static final long PICTURE_TOKENS_PER_STEP = 100;

    private static final long PICTURE_STEP_BYTES = 64 * 1024;

    /** Most of a PDF is fonts, pictures and positions; its text is compressed besides: about one character in ten bytes. */
    private static final long PDF_BYTES_PER_TOKEN = 40;
    /** A DOCX is compressed XML, smaller than its text where it is long: about one character in two and a half bytes. */
    private static final long DOCX_BYTES_PER_TOKEN = 10;

    /** 16 kHz, 16 bit, one channel: what recorders for speech write. */
    private static final long WAV_BYTES_PER_SECOND = 32_000;
    /** 64 kbit/s: usual for speech. */
    private static final long MP3_BYTES_PER_SECOND = 8_000;
    /** Frames of 20 ms, as speech models read them. */
    private static final long AUDIO_TOKENS_PER_SECOND = 50;
    /** 150 words a minute. */
    private static final double SPOKEN_TOKENS_PER_SECOND = 3.5;

    /** No file counts for more: what is longer is refused later. 400,000 characters, or half an hour of sound. */
    private static final long LARGEST_FILE_TOKENS = 100_000;

    /** Seconds of the reference desktop, guessed, for all models: no price, by which nobody pays ({@link TaskDesk#cost}). */
    private static final double CREDITS_PER_PROMPT_TOKEN = 0.01;

    private static final double CREDITS_PER_OUTPUT_TOKEN = 0.1;
    /** What even the smallest task takes. */
    static final double LEAST_CREDITS = 0.05;

    private TaskEstimate() {}

    /** Tokens to read and to write; each at least 0. */
    static Work of(TaskInput input) {
        long words = tokens(input.question().length());
        long files =
                input.attachments().stream().mapToLong(TaskEstimate::tokens).sum();
        return switch (input) {
            case TaskInput.Chat chat -> new Work(words + files + history(chat.history()), ANSWER_TOKENS);
            case TaskInput.Document document -> new Work(words + files / shares(document), outputOf(document.goal()));
            case TaskInput.Image image ->
                new Work(
                        words + files, TOKENS_OF_A_PICTURE * image.attachments().size());
            case TaskInput.Audio _ ->
                new Work(words + files, Math.round(files * SPOKEN_TOKENS_PER_SECOND / AUDIO_TOKENS_PER_SECOND));
            case TaskInput.Combine combine ->
                new Work(
                        words
                                + combine.parts().stream()
                                        .mapToLong(part ->
                                                tokens(part.output().text().length()))
                                        .sum(),
                        SUMMARY_TOKENS);
            case TaskInput.Embedding embedding ->
                new Work(
                        embedding.texts().stream()
                                .mapToLong(text -> tokens(text.length()))
                                .sum(),
                        0);
        };
    }

    /** How much work it is, in seconds of the reference desktop; at least {@link #LEAST_CREDITS}. */
    static double credits(Work work) {
        return LEAST_CREDITS
                + CREDITS_PER_PROMPT_TOKEN * Math.max(0, work.promptTokens())
                + CREDITS_PER_OUTPUT_TOKEN * Math.max(0, work.outputTokens());
    }

    private static long outputOf(TaskInput.DocumentGoal goal) {
        return switch (goal) {
            case ANSWER -> ANSWER_TOKENS;
            case SUMMARY -> SUMMARY_TOKENS;
        };
    }

    private static long shares(TaskInput.Document document) {
        return document.share() == null ? 1 : Math.max(1, document.share().of());
    }

    private static long history(List<ChatTurn> turns) {
        return turns.stream().mapToLong(turn -> tokens(turn.text().length())).sum();
    }

    private static long tokens(long characters) {
        return Math.ceilDiv(characters, CHARACTERS_PER_TOKEN);
    }

    private static long tokens(Attachment file) {
        long bytes = Math.max(0, file.bytes());
        long tokens = switch (file.type()) {
            case PDF -> bytes / PDF_BYTES_PER_TOKEN;
            case DOCX -> bytes / DOCX_BYTES_PER_TOKEN;
            case TEXT, MARKDOWN, HELIOS_TEXT -> tokens(bytes);
            case PNG, JPEG -> PICTURE_TOKENS + bytes / PICTURE_STEP_BYTES * PICTURE_TOKENS_PER_STEP;
            case WAV -> bytes / WAV_BYTES_PER_SECOND * AUDIO_TOKENS_PER_SECOND;
            case MP3 -> bytes / MP3_BYTES_PER_SECOND * AUDIO_TOKENS_PER_SECOND;
        };
        return Math.min(tokens, LARGEST_FILE_TOKENS);
    }
}
