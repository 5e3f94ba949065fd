/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.embedding;

import com.noragentia.helios.protocol.api.Limit;
import com.noragentia.helios.protocol.api.Phase;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.protocol.model.ModelManifest;
import com.noragentia.helios.protocol.task.TaskInput;
import com.noragentia.helios.protocol.task.TaskOutput;
import com.noragentia.helios.protocol.task.Usage;
import com.noragentia.helios.worker.expert.Answer;
import com.noragentia.helios.worker.expert.AnswerStream;
import com.noragentia.helios.worker.expert.LoadedModel;
import com.noragentia.helios.worker.expert.ModelFailure;
import com.noragentia.helios.worker.expert.TaskFiles;
import com.noragentia.helios.worker.runtime.MiniLmEncoder;
import com.noragentia.helios.worker.runtime.ModelSpace;
import java.util.ArrayList;
import java.util.List;

/** Answers with one vector for each text. Speaks of no words, so its answers stream nothing but progress. */
public final class EmbeddingExpert implements LoadedModel {

    private static final int TEXTS_BETWEEN_SIGNS = 16;

    private final ModelSpace space;
    private final MiniLmEncoder encoder;

    private EmbeddingExpert(ModelSpace space, MiniLmEncoder encoder) {
        this.space = space;
        this.encoder = encoder;
    }

    /** Opens a model of one graph ({@code .onnx}) and its {@code tokenizer.json}, and owns its space from now on. */
    public static EmbeddingExpert openIn(ModelSpace space) throws ModelFailure {
        return new EmbeddingExpert(
                space,
                MiniLmEncoder.open(space, space.nameEndingWith(".onnx"), space.nameEndingWith("tokenizer.json")));
    }

    @Override
    public ModelManifest manifest() {
        return space.manifest();
    }

    @Override
    public Answer answer(TaskInput input, TaskFiles files, AnswerStream stream)
            throws ModelFailure, InterruptedException {
        List<String> texts = textsOf(input);
        List<float[]> vectors = new ArrayList<>(texts.size());
        long tokens = 0;
        for (int from = 0; from < texts.size(); from += TEXTS_BETWEEN_SIGNS) {
            stream.working(Phase.READING, from, texts.size());
            List<String> some = texts.subList(from, Math.min(texts.size(), from + TEXTS_BETWEEN_SIGNS));
            vectors.addAll(encoder.encode(some));
            tokens += some.stream().mapToInt(encoder::tokens).sum();
        }
        return new Answer(new TaskOutput.Embedding(vectors), new Usage(tokens, 0, 0, 0, 0));
    }

    @Override
    public void close() {
        space.close();
    }

    private static List<String> textsOf(TaskInput input) {
        if (!(input instanceof TaskInput.Embedding embedding)) {
            throw new ProblemException(
                    ProblemCode.REQUEST_INVALID, "the embedding expert was asked for something else");
        }
        if (embedding.texts().isEmpty()) {
            throw new ProblemException(ProblemCode.QUESTION_EMPTY, "no text to embed");
        }
        if (Limit.EMBEDDING_TEXTS.isPassedBy(embedding.texts().size())) {
            throw new ProblemException(Limit.EMBEDDING_TEXTS.problem(), "too many texts to embed");
        }
        if (embedding.texts().stream().anyMatch(text -> Limit.QUESTION_CHARACTERS.isPassedBy(text.length()))) {
            throw new ProblemException(Limit.QUESTION_CHARACTERS.problem(), "a text to embed is too long");
        }
        return embedding.texts();
    }
}
