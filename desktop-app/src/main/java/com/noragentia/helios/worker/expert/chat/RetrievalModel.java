/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.chat;

import com.noragentia.helios.protocol.model.ModelManifest;
import com.noragentia.helios.protocol.task.TaskInput;
import com.noragentia.helios.worker.expert.Answer;
import com.noragentia.helios.worker.expert.AnswerStream;
import com.noragentia.helios.worker.expert.LoadedModel;
import com.noragentia.helios.worker.expert.ModelFailure;
import com.noragentia.helios.worker.expert.TaskFiles;
import com.noragentia.helios.worker.expert.document.DocumentExpert;
import com.noragentia.helios.worker.expert.document.LanguageDetector;
import com.noragentia.helios.worker.extract.DocumentText;
import com.noragentia.helios.worker.runtime.SentenceEncoder;
import java.time.Clock;

/** The model {@value #ID}: document and chat expert in one, on one encoder. Owns neither encoder nor extractor. */
public final class RetrievalModel implements LoadedModel {

    /** What the catalogue calls it. */
    public static final String ID = "helios-retrieval-1";

    private final ModelManifest manifest;
    private final DocumentExpert documents;
    private final RetrievalAssistant assistant;

    public RetrievalModel(
            ModelManifest manifest,
            SentenceEncoder encoder,
            LanguageDetector languages,
            DocumentText texts,
            Clock clock) {
        this.manifest = manifest;
        documents = new DocumentExpert(manifest, encoder, languages, texts);
        assistant = new RetrievalAssistant(manifest, encoder, languages, texts, clock);
    }

    @Override
    public ModelManifest manifest() {
        return manifest;
    }

    @Override
    public Answer answer(TaskInput input, TaskFiles files, AnswerStream stream)
            throws ModelFailure, InterruptedException {
        return switch (input) {
            case TaskInput.Combine combine -> documents.answer(combine, files, stream);
            case TaskInput.Document document -> documents.answer(document, files, stream);
            case TaskInput.Chat chat -> assistant.answer(chat, files, stream);
            case TaskInput.Image image -> throw unfit(image);
            case TaskInput.Audio audio -> throw unfit(audio);
            case TaskInput.Embedding embedding -> throw unfit(embedding);
        };
    }

    private static ModelFailure unfit(TaskInput input) {
        return ModelFailure.ofTask(ID + " has no answer to " + input.expert());
    }

    @Override
    public void close() {
        assistant.close();
        documents.close();
    }
}
