/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.seeing;

import com.noragentia.helios.worker.expert.ModelFailure;
import com.noragentia.helios.worker.extract.picture.Picture;
import com.noragentia.helios.worker.runtime.FloatTensor;
import com.noragentia.helios.worker.runtime.GraphOpener;
import com.noragentia.helios.worker.runtime.ModelSpace;
import com.noragentia.helios.worker.runtime.decoding.EncoderDecoder;
import com.noragentia.helios.worker.runtime.decoding.Tokens;
import com.noragentia.helios.worker.runtime.text.HuggingFaceTextTokenizer;
import com.noragentia.helios.worker.runtime.text.TokenDecoder;
import java.util.List;

/**
 * A model that says in a sentence what a picture shows: a vision transformer, and a merged decoder that writes. It closes with its {@link
 * ModelSpace}.
 * Thread-safe.
 */
public final class CaptioningModel {

    private static final String TOKENIZER = "tokenizer.json";
    /** Of vision transformers, for what they take while they work. */
    private static final long PIXELS_PER_PATCH = 16 * 16;

    private static final long HEADS = 12;

    private final PictureConfig pictures;
    private final CaptionConfig config;
    private final EncoderDecoder graphs;
    private final HuggingFaceTextTokenizer tokenizer;

    private CaptioningModel(
            PictureConfig pictures, CaptionConfig config, EncoderDecoder graphs, HuggingFaceTextTokenizer tokenizer) {
        this.pictures = pictures;
        this.config = config;
        this.graphs = graphs;
        this.tokenizer = tokenizer;
    }

    /** Whether a model of these files is one that could be opened, as far as their names tell. */
    public static boolean opens(List<String> names) {
        return EncoderDecoder.isAmong(names)
                && names.containsAll(
                        List.of(CaptionConfig.CONFIG, CaptionConfig.WRITING, PictureConfig.FILE, TOKENIZER));
    }

    /** @throws ModelFailure if a file is missing, or is not what public exports have */
    public static CaptioningModel openIn(ModelSpace space) throws ModelFailure {
        PictureConfig pictures = PictureConfig.read(space);
        CaptionConfig config = CaptionConfig.read(space);
        HuggingFaceTextTokenizer tokenizer = HuggingFaceTextTokenizer.open(space, TOKENIZER);
        long patches = pictures.mostPixels() / PIXELS_PER_PATCH + 1;
        space.takesLater(2 * Float.BYTES * HEADS * patches * patches + GraphOpener.BETWEEN_OPERATORS_BYTES);
        return new CaptioningModel(pictures, config, EncoderDecoder.openIn(space, config.vocabulary()), tokenizer);
    }

    /**
     * What a picture shows.
     *
     * @return a sentence, or less, in the language of the model; empty where it says nothing
     * @throws InterruptedException if the thread was interrupted, also within a step
     */
    public String describe(Picture picture) throws ModelFailure, InterruptedException {
        FloatTensor seen = pictures.tensor(picture);
        Tokens tokens = graphs.read(seen.values(), seen.shape(), run -> new CaptionWriter(config, run::next).write());
        TokenDecoder decoder = tokenizer.decoder();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < tokens.size(); i++) {
            text.append(decoder.next(tokens.get(i)));
        }
        return text.append(decoder.rest()).toString().replaceAll("\\s+", " ").strip();
    }
}
