/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.agent;

import com.noragentia.helios.protocol.model.ModelFamily;
import com.noragentia.helios.protocol.model.ModelFile;
import com.noragentia.helios.protocol.model.ModelManifest;
import com.noragentia.helios.protocol.task.Expert;
import com.noragentia.helios.worker.expert.audio.AudioExpert;
import com.noragentia.helios.worker.expert.image.ImageExpert;
import com.noragentia.helios.worker.expert.image.SightExpert;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The kinds of models that this program runs, told by the manifest alone, so that no others are fetched. */
enum ModelKind {
    /** Finds the lines of a picture and reads them. */
    PICTURE_READER,
    /** Answers from documents, and what else needs no language model. */
    RETRIEVAL,
    ENCODER,
    /** Writes down what is said in recordings. */
    LISTENER,
    /** Says what a picture shows. */
    DESCRIBER,
    /** Finds the things in a picture. */
    FINDER,
    /** A language model. */
    WRITER,
    /** A language model that reads documents. */
    READER;

    static final String ENCODER_GRAPH = "all-minilm-l6-v2-q.onnx";
    static final String ENCODER_TOKENIZER = "all-minilm-l6-v2-q-tokenizer.json";
    static final String LANGUAGES = "langdetect-183.bin";
    static final String TOKENIZER = "tokenizer.json";
    private static final String GRAPH = ".onnx";
    private static final Set<String> QUOTING = Set.of(ENCODER_GRAPH, ENCODER_TOKENIZER, LANGUAGES);

    /** Empty for a model that nothing here runs. */
    static Optional<ModelKind> of(ModelManifest manifest) {
        List<Expert> experts = manifest.experts();
        List<String> names = manifest.files().stream().map(ModelFile::name).toList();
        if (experts.contains(Expert.IMAGE)) {
            return when(names.containsAll(QUOTING) && ImageExpert.runs(names), PICTURE_READER);
        }
        if (experts.contains(Expert.CHAT) && manifest.traits().family() == ModelFamily.CAUSAL_LM) {
            return writer(experts, names);
        }
        if (experts.contains(Expert.DOCUMENT)) {
            return when(names.containsAll(QUOTING), RETRIEVAL);
        }
        if (experts.contains(Expert.AUDIO)) {
            boolean isOfItsKind = manifest.traits().family() == ModelFamily.ENCODER_DECODER;
            return when(isOfItsKind && AudioExpert.runs(names), LISTENER);
        }
        if (experts.contains(Expert.DESCRIPTION)) {
            boolean isOfItsKind = manifest.traits().family() == ModelFamily.ENCODER_DECODER;
            return when(isOfItsKind && SightExpert.describes(names), DESCRIBER);
        }
        if (experts.contains(Expert.OBJECTS)) {
            boolean isOfItsKind = manifest.traits().family() == ModelFamily.VISION;
            return when(isOfItsKind && SightExpert.finds(names), FINDER);
        }
        boolean isGraphWithTokenizer = hasOne(names, GRAPH) && hasOne(names, TOKENIZER);
        if (experts.contains(Expert.EMBEDDING)) {
            return when(isGraphWithTokenizer, ENCODER);
        }
        return Optional.empty();
    }

    /** What reads documents has an encoder beside it, by which it finds what to read. */
    private static Optional<ModelKind> writer(List<Expert> experts, List<String> names) {
        List<String> own =
                names.stream().filter(name -> !QUOTING.contains(name)).toList();
        boolean reads = experts.contains(Expert.DOCUMENT);
        return when(
                hasOne(own, GRAPH) && hasOne(own, TOKENIZER) && (!reads || names.containsAll(QUOTING)),
                reads ? READER : WRITER);
    }

    /** The graph of a language model, which may have an encoder's beside it. */
    static String writingGraph(ModelManifest manifest) {
        return manifest.files().stream()
                .map(ModelFile::name)
                .filter(name -> name.endsWith(GRAPH) && !QUOTING.contains(name))
                .findFirst()
                .orElseThrow();
    }

    private static Optional<ModelKind> when(boolean holds, ModelKind kind) {
        return holds ? Optional.of(kind) : Optional.empty();
    }

    private static boolean hasOne(List<String> names, String ending) {
        return names.stream().filter(name -> name.endsWith(ending)).count() == 1;
    }
}
