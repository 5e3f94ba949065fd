/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.agent;

import com.noragentia.helios.protocol.model.ModelFamily;
import com.noragentia.helios.protocol.model.ModelManifest;
import com.noragentia.helios.protocol.task.Expert;
import com.noragentia.helios.worker.expert.LoadedModel;
import com.noragentia.helios.worker.expert.ModelFailure;
import com.noragentia.helios.worker.expert.ModelLoader;
import com.noragentia.helios.worker.expert.chat.RetrievalModel;
import com.noragentia.helios.worker.expert.document.LanguageDetector;
import com.noragentia.helios.worker.expert.document.QuoteFinder;
import com.noragentia.helios.worker.expert.embedding.EmbeddingExpert;
import com.noragentia.helios.worker.expert.image.ImageExpert;
import com.noragentia.helios.worker.expert.writing.ChatExpert;
import com.noragentia.helios.worker.extract.ExtractionLine;
import com.noragentia.helios.worker.extract.FileExtractor;
import com.noragentia.helios.worker.runtime.MemoryBudget;
import com.noragentia.helios.worker.runtime.MiniLmEncoder;
import com.noragentia.helios.worker.runtime.ModelSpace;
import com.noragentia.helios.worker.runtime.OnnxRuntime;
import com.noragentia.helios.worker.runtime.generation.CausalLanguageModel;
import com.noragentia.helios.worker.runtime.generation.GenerationSettings;
import com.noragentia.helios.worker.runtime.sampling.GumbelSampler;
import com.noragentia.helios.worker.runtime.text.EndTokens;
import com.noragentia.helios.worker.runtime.text.HuggingFaceTextTokenizer;
import com.noragentia.helios.worker.runtime.text.JinjaChatTemplate;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Knows which expert runs which model. Thread-safe. */
final class BundledExperts implements ModelLoader {

    private static final String ENCODER_GRAPH = "all-minilm-l6-v2-q.onnx";
    private static final String ENCODER_TOKENIZER = "all-minilm-l6-v2-q-tokenizer.json";
    private static final String PREPACKED = "prepacked";
    private static final String TOKENIZER = "tokenizer.json";
    private static final String LANGUAGES = "langdetect-183.bin";

    private final int threads;
    private final OnnxRuntime runtime;
    private final FileExtractor extractor;

    private BundledExperts(int threads, OnnxRuntime runtime, FileExtractor extractor) {
        this.threads = threads;
        this.runtime = runtime;
        this.extractor = extractor;
    }

    /**
     * Starts the runtime and the line of extraction children.
     *
     * @param memoryBytes what all models together may take
     * @param rooms folder for the folders of the children
     * @param archives folder for what is made again where it is missing: the class-data archive of the children, prepacked graphs
     */
    static BundledExperts start(long memoryBytes, Path rooms, Path archives) throws ModelFailure {
        int threads = Runtime.getRuntime().availableProcessors();
        OnnxRuntime runtime =
                OnnxRuntime.start(threads, new MemoryBudget(memoryBytes), Optional.of(archives.resolve(PREPACKED)));
        return new BundledExperts(threads, runtime, new FileExtractor(ExtractionLine.open(rooms, archives)));
    }

    @Override
    public LoadedModel load(ModelManifest manifest, Map<String, Path> files) throws ModelFailure {
        return runtime.admit(manifest, files, this::open);
    }

    private LoadedModel open(ModelSpace space) throws ModelFailure {
        List<Expert> experts = space.manifest().experts();
        if (experts.contains(Expert.IMAGE)) {
            return ImageExpert.openIn(
                    space, extractor, new QuotedLines(new QuoteFinder(encoder(space), languages(space))));
        }
        if (experts.contains(Expert.DOCUMENT)) {
            RetrievalModel model = new RetrievalModel(
                    space.manifest(),
                    encoder(space),
                    languages(space),
                    extractor,
                    Clock.system(ZoneId.systemDefault()));
            return new ModelInSpace(model, space);
        }
        if (experts.contains(Expert.EMBEDDING)) {
            return EmbeddingExpert.openIn(space);
        }
        if (experts.contains(Expert.CHAT) && space.manifest().traits().family() == ModelFamily.CAUSAL_LM) {
            return writer(space);
        }
        throw new ModelFailure(
                "no expert of this program runs " + space.manifest().id());
    }

    private ChatExpert writer(ModelSpace space) throws ModelFailure {
        CausalLanguageModel model = CausalLanguageModel.open(
                space, space.nameEndingWith(".onnx"), new GenerationSettings(GumbelSampler::new, () -> threads, false));
        HuggingFaceTextTokenizer tokenizer = HuggingFaceTextTokenizer.open(space, TOKENIZER);
        return new ChatExpert(
                space.manifest(),
                model,
                tokenizer,
                JinjaChatTemplate.open(space, tokenizer, Clock.system(ZoneId.systemDefault())),
                EndTokens.of(space, tokenizer),
                space::close);
    }

    private static MiniLmEncoder encoder(ModelSpace space) throws ModelFailure {
        return MiniLmEncoder.open(space, ENCODER_GRAPH, ENCODER_TOKENIZER);
    }

    private static LanguageDetector languages(ModelSpace space) throws ModelFailure {
        return LanguageDetector.load(space.file(LANGUAGES));
    }

    @Override
    public void close() {
        extractor.close();
    }
}
