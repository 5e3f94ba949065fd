/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.writing;

import com.noragentia.helios.protocol.api.Phase;
import com.noragentia.helios.protocol.model.ModelFamily;
import com.noragentia.helios.protocol.model.ModelManifest;
import com.noragentia.helios.protocol.model.ModelTraits;
import com.noragentia.helios.protocol.task.ChatOptions;
import com.noragentia.helios.protocol.task.ChatTurn;
import com.noragentia.helios.protocol.task.Expert;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.task.TaskInput;
import com.noragentia.helios.protocol.task.TaskOutput;
import com.noragentia.helios.worker.expert.Answer;
import com.noragentia.helios.worker.expert.AnswerStream;
import com.noragentia.helios.worker.expert.ModelFailure;
import com.noragentia.helios.worker.expert.ModelTask;
import com.noragentia.helios.worker.expert.WrittenPiece;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Asks a chat expert on a {@link Rambler}, and hears what it streams. */
final class WrittenAnswers implements AnswerStream {

    static final ModelManifest MANIFEST = new ModelManifest(
            "rambler",
            "Rambler",
            List.of(Expert.CHAT),
            List.of(Language.EN),
            "MIT",
            1,
            List.of(),
            new ModelTraits(ModelFamily.CAUSAL_LM, 0, false));

    final List<WrittenPiece> pieces = new ArrayList<>();
    int reports;
    /** Pieces of those before that are gone on with; -1 where that was not told. */
    int repeated = -1;

    private final Answer answer;

    private WrittenAnswers(Rambler rambler, ModelTask task) throws ModelFailure, InterruptedException {
        ByteTokens bytes = new ByteTokens();
        try (ChatExpert expert = new ChatExpert(MANIFEST, rambler, bytes, bytes, Set.of(ByteTokens.END), () -> {})) {
            answer = expert.answer(
                    task,
                    file -> {
                        throw new AssertionError("no file was asked for");
                    },
                    this);
        }
    }

    static WrittenAnswers of(Rambler rambler, TaskInput input) throws ModelFailure, InterruptedException {
        return of(rambler, input, 1, List.of());
    }

    static WrittenAnswers of(Rambler rambler, TaskInput input, long seed, List<WrittenPiece> written)
            throws ModelFailure, InterruptedException {
        return new WrittenAnswers(rambler, new ModelTask(input, Optional.empty(), seed, written));
    }

    static TaskInput.Chat chat(String question, ChatOptions options, ChatTurn... history) {
        return new TaskInput.Chat(Language.EN, question, List.of(history), List.of(), options);
    }

    /** Short instructions, an answer of at most so many tokens, and stop texts. */
    static ChatOptions options(double temperature, int maxTokens, String... stop) {
        return new ChatOptions(temperature, null, null, null, null, null, maxTokens, List.of(stop), null, "Ramble.");
    }

    @Override
    public void working(Phase phase, int done, int total) {
        reports++;
    }

    @Override
    public void piece(String text) {
        throw new AssertionError("a piece without tokens");
    }

    @Override
    public void piece(WrittenPiece piece) {
        pieces.add(piece);
    }

    @Override
    public void repeated(List<WrittenPiece> again) {
        repeated = again.size();
        pieces.addAll(again);
    }

    Answer answer() {
        return answer;
    }

    TaskOutput.Chat output() {
        return (TaskOutput.Chat) answer.output();
    }

    String streamed() {
        return pieces.stream().map(WrittenPiece::text).collect(Collectors.joining());
    }
}
