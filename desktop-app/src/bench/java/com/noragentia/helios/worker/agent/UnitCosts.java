/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.agent;

import com.noragentia.helios.protocol.extent.Counting;
import com.noragentia.helios.protocol.task.Attachment;
import com.noragentia.helios.protocol.task.ChatOptions;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.task.Sight;
import com.noragentia.helios.protocol.task.TaskInput;
import com.noragentia.helios.protocol.task.TaskInput.DocumentGoal;
import com.noragentia.helios.worker.expert.LoadedModel;
import com.noragentia.helios.worker.expert.ModelFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Seconds of processor time for each unit of work, by model: tasks that differ in one unit tell what it costs.
 *
 * @param model its id
 */
record UnitCosts(String model, double promptToken, double outputToken, double audioSecond, double page, double image) {

    private static final int EMBEDDED_TEXTS = 64;
    private static final int EMBEDDED_BYTES = 256;
    private static final int DOCUMENT_PAGES = 10;
    private static final int FEW_LINES = 2;
    private static final int MANY_LINES = 30;
    private static final String ONE_FIGURE = "003.png";
    private static final String FOUR_FIGURES = "009.png";
    private static final int LONG_QUESTION_BYTES = 8_000;
    private static final int LONG_PROMPT_BYTES = 1_500;
    private static final int LONG_ANSWER_TOKENS = 200;
    private static final int ROUNDS_OF_WRITING = 6;
    private static final String QUESTION = "When does the last ship leave the north quay?";

    static UnitCosts embedding(Workshop workshop, Samples samples) throws ModelFailure, InterruptedException {
        List<String> texts = Stream.generate(() -> samples.text(EMBEDDED_BYTES))
                .limit(EMBEDDED_TEXTS)
                .toList();
        long tokens = texts.stream().mapToLong(Counting::tokens).sum();
        try (LoadedModel model = workshop.load("minilm-l6-v2-q")) {
            double seconds = Workshop.mean(model, new TaskInput.Embedding(Language.EN, texts), samples)
                    .seconds();
            return new UnitCosts(model.manifest().id(), seconds / tokens, 0, 0, 0, 0);
        }
    }

    /**
     * A long question tells what a token of it costs. What even a short one costs is spread over the tokens of its answer: these are few
     * whatever happens, while a conversation may be long and costs hardly more here.
     */
    static UnitCosts retrieval(Workshop workshop, Samples samples)
            throws ModelFailure, IOException, InterruptedException {
        Attachment file = samples.document((int) (DOCUMENT_PAGES * Counting.TEXT_BYTES_PER_PAGE));
        long pages = Math.ceilDiv(file.bytes(), Counting.TEXT_BYTES_PER_PAGE);
        try (LoadedModel model = workshop.load("helios-retrieval-1")) {
            Workshop.Run question = asked(model, samples, QUESTION);
            String lengthy = samples.text(LONG_QUESTION_BYTES);
            double token = Math.max(0, asked(model, samples, lengthy).seconds() - question.seconds())
                    / (Counting.tokens(lengthy) - Counting.tokens(QUESTION));
            double rest = Math.max(0, question.seconds() - token * Counting.tokens(QUESTION));
            TaskInput document = new TaskInput.Document(Language.EN, QUESTION, DocumentGoal.ANSWER, List.of(file));
            double reading = Math.max(0, Workshop.mean(model, document, samples).seconds() - question.seconds());
            long answer = Math.max(1, Counting.tokens(question.output().text()));
            return new UnitCosts(model.manifest().id(), token, rest / answer, 0, reading / pages, 0);
        }
    }

    private static Workshop.Run asked(LoadedModel model, Samples samples, String question)
            throws ModelFailure, InterruptedException {
        return Workshop.mean(model, new TaskInput.Chat(Language.EN, question, List.of(), List.of()), samples);
    }

    static UnitCosts pictures(Workshop workshop, Samples samples)
            throws ModelFailure, IOException, InterruptedException {
        try (LoadedModel model = workshop.load("helios-read-1")) {
            Workshop.Run few = read(model, samples, FEW_LINES);
            Workshop.Run many = read(model, samples, MANY_LINES);
            long tokensOfFew = Counting.tokens(few.output().text());
            long tokens = Counting.tokens(many.output().text()) - tokensOfFew;
            double token = Math.max(0, many.seconds() - few.seconds()) / Math.max(1, tokens);
            double image = Math.max(0, few.seconds() - token * tokensOfFew);
            // A question about what was read is ranked by the same vectors as elsewhere, too cheap to measure apart.
            return new UnitCosts(model.manifest().id(), 0, token, 0, 0, image);
        }
    }

    private static Workshop.Run read(LoadedModel model, Samples samples, int lines)
            throws ModelFailure, IOException, InterruptedException {
        Attachment picture = samples.picture(lines, MANY_LINES);
        return Workshop.mean(model, new TaskInput.Image(Language.EN, "", List.of(picture)), samples);
    }

    /** Both pictures are encoded alike; the words of the longer caption tell what a token costs. */
    static UnitCosts describing(Workshop workshop, Samples samples, Path figures)
            throws ModelFailure, IOException, InterruptedException {
        try (LoadedModel model = workshop.load("helios-caption-1")) {
            Workshop.Run few = seen(model, samples, figures.resolve(ONE_FIGURE), Sight.DESCRIPTION);
            Workshop.Run many = seen(model, samples, figures.resolve(FOUR_FIGURES), Sight.DESCRIPTION);
            long tokensOfFew = Counting.tokens(few.output().text());
            long tokens = Counting.tokens(many.output().text()) - tokensOfFew;
            double token = Math.max(0, many.seconds() - few.seconds()) / Math.max(1, tokens);
            double image = Math.max(0, few.seconds() - token * tokensOfFew);
            return new UnitCosts(model.manifest().id(), 0, token, 0, 0, image);
        }
    }

    /** What is found costs nothing beside looking for it. */
    static UnitCosts finding(Workshop workshop, Samples samples, Path figures)
            throws ModelFailure, IOException, InterruptedException {
        try (LoadedModel model = workshop.load("helios-detect-1")) {
            Workshop.Run run = seen(model, samples, figures.resolve(FOUR_FIGURES), Sight.OBJECTS);
            return new UnitCosts(model.manifest().id(), 0, 0, 0, 0, run.seconds());
        }
    }

    private static Workshop.Run seen(LoadedModel model, Samples samples, Path picture, Sight sight)
            throws ModelFailure, IOException, InterruptedException {
        TaskInput look = new TaskInput.Image(Language.EN, "", List.of(samples.copyOf(picture)), null, sight);
        return Workshop.mean(model, look, samples);
    }

    /** Silence that hides one syllable costs a window and no words; a window full of speech costs its words besides. */
    static UnitCosts listening(Workshop workshop, Samples samples, Path spoken)
            throws ModelFailure, IOException, InterruptedException {
        try (LoadedModel model = workshop.load("helios-listen-1")) {
            Workshop.Run few = heard(model, samples, spoken, 1);
            Workshop.Run many = heard(model, samples, spoken, Samples.RECORDED_SENTENCES);
            long tokensOfFew = Counting.tokens(few.output().text());
            long tokens = Counting.tokens(many.output().text()) - tokensOfFew;
            double token = Math.max(0, many.seconds() - few.seconds()) / Math.max(1, tokens);
            double window = Math.max(0, few.seconds() - token * tokensOfFew);
            return new UnitCosts(model.manifest().id(), 0, token, window / Samples.RECORDED_SECONDS, 0, 0);
        }
    }

    private static Workshop.Run heard(LoadedModel model, Samples samples, Path spoken, int sentences)
            throws ModelFailure, IOException, InterruptedException {
        Attachment recording = samples.recording(spoken, sentences);
        return Workshop.mean(model, new TaskInput.Audio(Language.EN, "", List.of(recording)), samples);
    }

    /**
     * A long prompt and a long answer each tell what their tokens cost. No prompt begins like another, or it would be remembered; words are drawn so
     * wildly that answers become long.
     */
    static UnitCosts writing(Workshop workshop, Samples samples) throws ModelFailure, InterruptedException {
        try (LoadedModel model = workshop.load("helios-demo-1")) {
            written(model, samples, LONG_PROMPT_BYTES, LONG_ANSWER_TOKENS); // which nobody counts
            Writing least = written(model, samples, QUESTION.length(), 1);
            Writing lengthy = written(model, samples, LONG_PROMPT_BYTES, 1);
            Writing talkative = written(model, samples, QUESTION.length(), LONG_ANSWER_TOKENS);
            double prompt = Math.max(0, lengthy.seconds() - least.seconds()) / (lengthy.prompt() - least.prompt());
            double output = Math.max(0, talkative.seconds() - least.seconds())
                    / Math.max(1, talkative.answer() - least.answer());
            return new UnitCosts(model.manifest().id(), prompt, output, 0, 0, 0);
        }
    }

    /** Seconds, and tokens as they are paid for, of some rounds together. */
    private record Writing(double seconds, long prompt, long answer) {}

    private static Writing written(LoadedModel model, Samples samples, int promptBytes, int answerTokens)
            throws ModelFailure, InterruptedException {
        ChatOptions options =
                new ChatOptions(2.0, 1.0, 64, null, null, null, answerTokens, null, null, samples.sentence());
        double seconds = 0;
        long prompt = 0;
        long answer = 0;
        for (int round = 0; round < ROUNDS_OF_WRITING; round++) {
            String question = samples.text(promptBytes);
            Workshop.Run run = Workshop.once(
                    model, new TaskInput.Chat(Language.EN, question, List.of(), List.of(), options), samples);
            seconds += run.seconds();
            prompt += Counting.tokens(question);
            answer += Counting.tokens(run.output().text());
        }
        return new Writing(seconds, prompt, answer);
    }
}
