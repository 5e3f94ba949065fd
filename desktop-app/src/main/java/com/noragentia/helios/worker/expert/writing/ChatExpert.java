/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.writing;

import com.noragentia.helios.protocol.api.Phase;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.protocol.model.ModelManifest;
import com.noragentia.helios.protocol.task.AnswerOrigin;
import com.noragentia.helios.protocol.task.StopReason;
import com.noragentia.helios.protocol.task.TaskInput;
import com.noragentia.helios.protocol.task.TaskOutput;
import com.noragentia.helios.protocol.task.Usage;
import com.noragentia.helios.protocol.task.Written;
import com.noragentia.helios.worker.expert.Answer;
import com.noragentia.helios.worker.expert.AnswerStream;
import com.noragentia.helios.worker.expert.LoadedModel;
import com.noragentia.helios.worker.expert.ModelFailure;
import com.noragentia.helios.worker.expert.ModelTask;
import com.noragentia.helios.worker.expert.TaskFiles;
import com.noragentia.helios.worker.expert.WrittenPiece;
import com.noragentia.helios.worker.runtime.generation.Generated;
import com.noragentia.helios.worker.runtime.generation.GenerationRequest;
import com.noragentia.helios.worker.runtime.generation.TokenGenerator;
import com.noragentia.helios.worker.runtime.generation.TokenSink;
import com.noragentia.helios.worker.runtime.sampling.TokenSequence;
import com.noragentia.helios.worker.runtime.text.ChatTemplate;
import com.noragentia.helios.worker.runtime.text.TextTokenizer;
import java.util.List;
import java.util.Set;

/** The chat expert on a language model. Reads no files: questions about them go to a model that does. Thread-safe. */
public final class ChatExpert implements LoadedModel {

    /** An answer is kept so much of the context at least, however long the conversation is. */
    private static final int SHARE_OF_ANSWER = 4;

    private final ModelManifest manifest;
    private final TokenGenerator generator;
    private final TextTokenizer tokenizer;
    private final PromptRoom prompts;
    private final Set<Integer> endTokens;
    private final Runnable onClose;

    /**
     * An expert.
     *
     * @param endTokens each of them ends an answer
     * @param onClose gives the generator back
     */
    public ChatExpert(
            ModelManifest manifest,
            TokenGenerator generator,
            TextTokenizer tokenizer,
            ChatTemplate template,
            Set<Integer> endTokens,
            Runnable onClose) {
        this.manifest = manifest;
        this.generator = generator;
        this.tokenizer = tokenizer;
        this.prompts = new PromptRoom(template, tokenizer);
        this.endTokens = Set.copyOf(endTokens);
        this.onClose = onClose;
    }

    @Override
    public ModelManifest manifest() {
        return manifest;
    }

    @Override
    public int atOnce() {
        return generator.atOnce();
    }

    @Override
    public Answer answer(TaskInput input, TaskFiles files, AnswerStream stream)
            throws ModelFailure, InterruptedException {
        return answer(ModelTask.of(input), files, stream);
    }

    @Override
    public Answer answer(ModelTask task, TaskFiles files, AnswerStream stream)
            throws ModelFailure, InterruptedException {
        if (!(task.input() instanceof TaskInput.Chat chat)) {
            throw ModelFailure.ofTask(
                    manifest.id() + " has no answer to " + task.input().expert());
        }
        if (!chat.attachments().isEmpty()) {
            throw new ProblemException(ProblemCode.REQUEST_INVALID, "this model reads no files");
        }
        boolean isDemonstration = manifest.traits().demonstration();
        Manner manner = Manner.of(chat, task.seed(), isDemonstration);
        int context = context();
        int kept = Math.min(manner.maxTokens(), Math.max(1, context / SHARE_OF_ANSWER));
        Prompt prompt = prompts.fit(manner.system(), Exchange.in(chat), context - kept);
        Pen pen = new Pen(tokenizer, manner.stop(), stream::piece);
        Generated generated = write(task, manner, prompt, pen, stream);
        pen.finish();
        Written written = new Written(stopReason(generated, pen), prompt.turnsLeftOut(), isDemonstration);
        return new Answer(
                new TaskOutput.Chat(pen.text(), List.of(), AnswerOrigin.GENERATED, written),
                new Usage(
                        generated.promptTokens(), generated.writtenTokens(), 0, 0, 0, (long) generated.cachedTokens()));
    }

    /** As the manifest says, so that all workers leave out the same; less only where the graph has less. */
    private int context() {
        int promised = manifest.traits().contextTokens();
        return promised == 0 ? generator.contextTokens() : Math.min(promised, generator.contextTokens());
    }

    private Generated write(ModelTask task, Manner manner, Prompt prompt, Pen pen, AnswerStream stream)
            throws ModelFailure, InterruptedException {
        TokenSequence start = prompt.start();
        int length = start.promptLength();
        int most = Math.min(manner.maxTokens(), context() - length);
        List<WrittenPiece> before = goneOnWith(task, manner, most);
        before.forEach(pen::repeat);
        before.forEach(piece -> piece.tokens().forEach(start::append));
        stream.repeated(before);
        if (pen.hasStopped()) {
            return new Generated(Generated.End.SINK, length, 0, start.written());
        }
        if (start.written() == most) {
            return new Generated(Generated.End.LENGTH, length, 0, start.written());
        }
        return generator.generate(
                new GenerationRequest(
                        start,
                        manner.sampling(),
                        most,
                        endTokens,
                        task.conversation(),
                        task.conversation().isPresent()),
                new Sink(pen, stream));
    }

    private List<WrittenPiece> goneOnWith(ModelTask task, Manner manner, int most) {
        List<WrittenPiece> same = Resumption.of(task.written(), tokenizer, manner.stop(), generator.vocabulary());
        return same.stream().mapToInt(piece -> piece.tokens().size()).sum() <= most ? same : List.of();
    }

    /** Where the generator's tokens go. */
    private record Sink(Pen pen, AnswerStream stream) implements TokenSink {

        @Override
        public void reading(int done, int total) {
            stream.working(Phase.READING, done, total);
        }

        @Override
        public boolean token(int token) {
            return pen.write(token);
        }
    }

    private static StopReason stopReason(Generated generated, Pen pen) {
        if (pen.hasStopped()) { // perhaps with the very last token
            return StopReason.STOP_STRING;
        }
        return switch (generated.end()) {
            case END_TOKEN -> StopReason.STOP;
            case SINK -> StopReason.STOP_STRING;
            case LENGTH -> StopReason.LENGTH;
        };
    }

    @Override
    public void close() {
        onClose.run();
    }
}
