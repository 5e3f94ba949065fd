/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.agent;

import com.noragentia.helios.protocol.model.ModelManifest;
import com.noragentia.helios.worker.expert.LoadedModel;
import com.noragentia.helios.worker.expert.ModelFailure;
import com.noragentia.helios.worker.expert.ModelLoader;
import com.noragentia.helios.worker.expert.audio.AudioExpert;
import com.noragentia.helios.worker.expert.chat.RetrievalModel;
import com.noragentia.helios.worker.expert.document.LanguageDetector;
import com.noragentia.helios.worker.expert.document.QuoteFinder;
import com.noragentia.helios.worker.expert.embedding.EmbeddingExpert;
import com.noragentia.helios.worker.expert.image.ImageExpert;
import com.noragentia.helios.worker.expert.image.SightExpert;
import com.noragentia.helios.worker.expert.reading.ReaderModel;
import com.noragentia.helios.worker.extract.DocumentText;
import com.noragentia.helios.worker.extract.ExtractionLine;
import com.noragentia.helios.worker.extract.FileExtractor;
import com.noragentia.helios.worker.model.ModelStore;
import com.noragentia.helios.worker.runtime.MemoryBudget;
import com.noragentia.helios.worker.runtime.MiniLmEncoder;
import com.noragentia.helios.worker.runtime.ModelSpace;
import com.noragentia.helios.worker.runtime.OnnxRuntime;
import com.noragentia.helios.worker.runtime.generation.GenerationSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/** Knows which expert runs which model. Thread-safe. */
final class BundledExperts implements ModelLoader {

    private final GenerationSettings writing;
    private final OnnxRuntime runtime;
    private final FileExtractor extractor;
    private final DocumentText texts;

    private BundledExperts(
            GenerationSettings writing, OnnxRuntime runtime, FileExtractor extractor, DocumentText texts) {
        this.writing = writing;
        this.runtime = runtime;
        this.extractor = extractor;
        this.texts = texts;
    }

    /**
     * Starts the runtime and the line of extraction children.
     *
     * @param memoryBytes what all models together may take
     * @param rooms folder for the folders of the children
     * @param archives folder for what is made again where it is missing: the class-data archive of the children
     * @param store has a folder for prepacked graphs, and says how many there may be
     */
    static BundledExperts start(long memoryBytes, Path rooms, Path archives, ModelStore store) throws ModelFailure {
        int threads = Runtime.getRuntime().availableProcessors();
        OnnxRuntime runtime = OnnxRuntime.start(
                threads, new MemoryBudget(memoryBytes), Optional.of(store.prepared()), store::hasRoom);
        FileExtractor extractor = new FileExtractor(ExtractionLine.open(rooms, archives));
        DocumentText texts = new DocumentText(extractor, new BundledPageReaders(runtime, store), Clock.systemUTC());
        return new BundledExperts(writing(System.getenv()), runtime, extractor, texts);
    }

    /** A guest's, unless the environment says that this computer is there for nothing else. */
    static GenerationSettings writing(Map<String, String> environment) {
        return HumblePriority.isLeft(environment) ? GenerationSettings.ofHost() : GenerationSettings.ofGuest();
    }

    GenerationSettings writing() {
        return writing;
    }

    @Override
    public LoadedModel load(ModelManifest manifest, Map<String, Path> files) throws ModelFailure {
        return runtime.admit(manifest, files, space -> new ModelInSpace(open(space), space));
    }

    @Override
    public Optional<ModelFailure> unfit(ModelManifest manifest) {
        return ModelKind.of(manifest).isPresent() ? Optional.empty() : Optional.of(unknown(manifest));
    }

    private static ModelFailure unknown(ModelManifest manifest) {
        return ModelFailure.told("no-expert", "no expert of this program runs " + manifest.id(), manifest.id());
    }

    private LoadedModel open(ModelSpace space) throws ModelFailure {
        ModelManifest manifest = space.manifest();
        return switch (ModelKind.of(manifest).orElseThrow(() -> unknown(manifest))) {
            case PICTURE_READER ->
                ImageExpert.openIn(
                        space, extractor, new QuotedLines(new QuoteFinder(encoder(space), languages(space))));
            case RETRIEVAL ->
                new RetrievalModel(
                        manifest, encoder(space), languages(space), texts, Clock.system(ZoneId.systemDefault()));
            case ENCODER -> EmbeddingExpert.openIn(space);
            case LISTENER -> AudioExpert.openIn(space, extractor);
            case DESCRIBER -> SightExpert.describer(space, extractor);
            case FINDER -> SightExpert.finder(space, extractor);
            case WRITER -> LanguageModel.open(space, writing).chat();
            case READER -> {
                LanguageModel model = LanguageModel.open(space, writing);
                yield new ReaderModel(model.chat(), model.author(), encoder(space), languages(space), texts);
            }
        };
    }

    private static MiniLmEncoder encoder(ModelSpace space) throws ModelFailure {
        return MiniLmEncoder.open(space, ModelKind.ENCODER_GRAPH, ModelKind.ENCODER_TOKENIZER);
    }

    private static LanguageDetector languages(ModelSpace space) throws ModelFailure {
        return LanguageDetector.load(space.file(ModelKind.LANGUAGES));
    }

    @Override
    public void close() {
        extractor.close();
    }
}
