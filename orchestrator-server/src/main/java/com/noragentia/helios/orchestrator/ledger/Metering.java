/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import com.noragentia.helios.protocol.extent.Counting;
import com.noragentia.helios.protocol.extent.FileExtent;
import com.noragentia.helios.protocol.ledger.Asked;
import com.noragentia.helios.protocol.ledger.Measure;
import com.noragentia.helios.protocol.task.Attachment;
import com.noragentia.helios.protocol.task.Expert;
import com.noragentia.helios.protocol.task.SummaryWish;
import com.noragentia.helios.protocol.task.TaskInput;
import com.noragentia.helios.protocol.task.TaskInput.DocumentGoal;
import com.noragentia.helios.protocol.task.TaskOutput;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Counts what a task asks and what came of it, from what the orchestrator itself sent and received: no worker is asked, and none can raise its
 * pay by what it claims. An answer counts up to a cap, so what a job costs at most is known when it is accepted. Pure, thread-safe.
 */
public final class Metering {

    /** The longest answer in words that is paid for. */
    static final long ANSWER_TOKENS = 1_024;
    /** A dense page read out. */
    static final long TOKENS_PER_IMAGE = 1_500;
    /** A sentence or two. */
    static final long TOKENS_PER_DESCRIPTION = 64;
    /** A crowd of people, each named. */
    static final long TOKENS_PER_LIST_OF_OBJECTS = 128;
    /** The fastest speaker, and marks between words; 150 words a minute are 3.5. */
    static final long TOKENS_PER_AUDIO_SECOND = 8;

    /** What a language model reads of documents for a question, whatever their length: 24 passages of some 150 tokens. */
    static final long READING_OF_A_QUESTION = 3_700;

    /** Most answers are far shorter than what is paid for. */
    private static final int TYPICAL_SHARE = 4;

    private Metering() {}

    /**
     * What a task asks; its answer is not in it.
     *
     * @param extents how much there is in a file
     */
    public static Asked asked(TaskInput input, Function<Attachment, FileExtent> extents) {
        Measure words = new Measure(promptTokens(input), 0, 0, 0, 0);
        Measure files = input.attachments().stream()
                .map(file -> file(file, extents.apply(file).units()))
                .reduce(words, Metering::sum);
        Measure all = withPictured(
                files,
                input.attachments().stream()
                        .mapToLong(file -> extents.apply(file).pictured())
                        .sum());
        return new Asked(all, reading(input, all.pages()));
    }

    /** Each page whose text stands in a picture is a picture to look at, and a page to read then. */
    private static Measure withPictured(Measure files, long pictured) {
        long looked = Math.min(pictured, Counting.PICTURED_PAGES);
        return sum(files, new Measure(0, 0, 0, looked, looked));
    }

    /** A summary is made of everything, an answer of the passages that bear on the question. */
    private static long reading(TaskInput input, long pages) {
        long everything = Math.multiplyExact(pages, Counting.TOKENS_PER_PAGE);
        boolean wantsSummary = switch (input) {
            case TaskInput.Document document ->
                document.goal() == DocumentGoal.SUMMARY || document.question().isBlank();
            case TaskInput.Chat chat -> SummaryWish.isIn(chat.question());
            case TaskInput.Image _, TaskInput.Audio _, TaskInput.Embedding _, TaskInput.Combine _ -> false;
        };
        return wantsSummary ? everything : Math.min(everything, READING_OF_A_QUESTION);
    }

    private static long promptTokens(TaskInput input) {
        long question = Counting.tokens(input.question());
        return switch (input) {
            case TaskInput.Chat chat ->
                question
                        + chat.history().stream()
                                .mapToLong(turn -> Counting.tokens(turn.text()))
                                .sum();
            case TaskInput.Embedding embedding ->
                embedding.texts().stream().mapToLong(Counting::tokens).sum();
            case TaskInput.Combine combine ->
                question
                        + IntStream.range(0, combine.parts().size())
                                .mapToLong(place -> ofPart(combine, place))
                                .sum();
            case TaskInput.Document _, TaskInput.Image _, TaskInput.Audio _ -> question;
        };
    }

    /** What a worker made of a part is read up to what it was paid for, or it could run up the bill of who asked. */
    private static long ofPart(TaskInput.Combine combine, int place) {
        return Math.min(Counting.tokens(combine.parts().get(place).output().text()), partCap(combine, place));
    }

    /** The longest text of a part that is paid for; of a look, a sentence counts no more than sentences do. */
    private static long partCap(TaskInput.Combine combine, int place) {
        TaskInput.Look look = combine.look();
        Expert expert = look == null || look.sights().isEmpty()
                ? combine.expert()
                : look.sights().get(place % look.sights().size()).expert();
        return outputCap(expert, Measure.NOTHING);
    }

    private static Measure file(Attachment file, long units) {
        return switch (file.type()) {
            case PDF, DOCX, TEXT, MARKDOWN, HELIOS_TEXT -> new Measure(0, 0, 0, units, 0);
            case PNG, JPEG -> new Measure(0, 0, 0, 0, units);
            case WAV, MP3 -> new Measure(0, 0, units, 0, 0);
        };
    }

    private static Measure sum(Measure one, Measure other) {
        return new Measure(
                one.promptTokens() + other.promptTokens(),
                one.outputTokens() + other.outputTokens(),
                one.audioSeconds() + other.audioSeconds(),
                one.pages() + other.pages(),
                one.images() + other.images());
    }

    /** What was asked, and what came of it as far as it is paid for. */
    public static Asked answered(Expert expert, Asked asked, TaskOutput output) {
        return asked.withOutputTokens(Math.min(Counting.tokens(output.text()), outputCap(expert, asked.measure())));
    }

    /** What was asked, and the longest answer that is paid for. */
    public static Asked most(Expert expert, Asked asked) {
        return asked.withOutputTokens(outputCap(expert, asked.measure()));
    }

    /** What was asked, and an answer of usual length. */
    public static Asked typical(Expert expert, Asked asked) {
        return asked.withOutputTokens(Math.ceilDiv(outputCap(expert, asked.measure()), TYPICAL_SHARE));
    }

    /** The most that putting parts together can ask, whatever they come to. {@code files} is their number. */
    public static Asked mostToCombine(TaskInput.Combine bare, int files) {
        return most(bare.expert(), toCombine(bare, files, 1));
    }

    /** What putting parts together asks where all answers are of usual length. */
    public static Asked typicalToCombine(TaskInput.Combine bare, int files) {
        return typical(bare.expert(), toCombine(bare, files, TYPICAL_SHARE));
    }

    /** @param share what comes of a part is a share of the most: a half for 2 */
    private static Asked toCombine(TaskInput.Combine bare, int files, int share) {
        long parts = IntStream.range(0, files)
                .mapToLong(place -> Math.ceilDiv(partCap(bare, place), share))
                .sum();
        return Asked.of(new Measure(Counting.tokens(bare.question()) + parts, 0, 0, 0, 0));
    }

    private static long outputCap(Expert expert, Measure asked) {
        return switch (expert) {
            case CHAT, DOCUMENT -> ANSWER_TOKENS;
            case IMAGE -> TOKENS_PER_IMAGE * Math.max(1, asked.images());
            case AUDIO -> TOKENS_PER_AUDIO_SECOND * Math.max(1, asked.audioSeconds());
            case DESCRIPTION -> TOKENS_PER_DESCRIPTION * Math.max(1, asked.images());
            case OBJECTS -> TOKENS_PER_LIST_OF_OBJECTS * Math.max(1, asked.images());
            case EMBEDDING -> 0;
        };
    }
}
