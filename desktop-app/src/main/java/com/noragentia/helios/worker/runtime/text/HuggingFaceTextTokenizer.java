/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.text;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import com.noragentia.helios.worker.expert.ModelFailure;
import com.noragentia.helios.worker.runtime.ModelSpace;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * A tokenizer in the format of Hugging Face's {@code tokenizer.json}. The native tokenizer is given the file without its control tokens:
 * whatever a text says, it knows none. Those of a template are found here, and only where the text is the template's own. Thread-safe.
 */
public final class HuggingFaceTextTokenizer implements TextTokenizer {

    /** More than any context holds: a text of it has at least 60,000 tokens, mostly 250,000. */
    public static final int MAX_TEXT_LENGTH = 1_000_000;

    private static final Map<String, String> AS_IT_IS =
            Map.of("addSpecialTokens", "false", "truncation", "false", "padding", "false");

    private final HuggingFaceTokenizer beginnings;
    private final HuggingFaceTokenizer others;
    private final Vocabulary vocabulary;
    private final ControlTokens controls;
    private final SpelledControls spelled;
    private final DecodingRule decoding;

    private HuggingFaceTextTokenizer(TokenizerFile file, HuggingFaceTokenizer beginnings, HuggingFaceTokenizer others)
            throws ModelFailure {
        this.beginnings = beginnings;
        this.others = others;
        vocabulary = file.vocabulary();
        controls = file.controls();
        spelled = file.spelled();
        decoding = DecodingRule.of(file.decoder());
    }

    /**
     * Opens the tokenizer of a model, to whose life it is tied.
     *
     * @param name of the file
     * @throws ModelFailure if it is missing, over {@value TokenizerFile#MAX_BYTES} bytes, or of a kind that is not known here
     */
    public static HuggingFaceTextTokenizer open(ModelSpace space, String name) throws ModelFailure {
        try {
            TokenizerFile file = TokenizerFile.read(space.file(name));
            HuggingFaceTokenizer beginnings = load(space, file.withoutControls(true));
            HuggingFaceTokenizer others =
                    file.prependsToFirst() ? load(space, file.withoutControls(false)) : beginnings;
            return new HuggingFaceTextTokenizer(file, beginnings, others);
        } catch (IOException | RuntimeException | LinkageError e) {
            throw new ModelFailure(name + " does not load", e);
        }
    }

    /** Tokens are 0 to this, exclusive. */
    public int vocabulary() {
        return vocabulary.size();
    }

    /** @throws IllegalArgumentException if the text is longer than {@value #MAX_TEXT_LENGTH} */
    @Override
    public int[] encode(String text) {
        return encode(RenderedText.strange(text));
    }

    /** @throws IllegalArgumentException if the text is longer than {@value #MAX_TEXT_LENGTH} */
    @Override
    public int[] encodeWithControls(String text) {
        return encode(RenderedText.trusted(text));
    }

    @Override
    public OptionalInt control(String token) {
        return controls.id(token);
    }

    @Override
    public TokenDecoder decoder() {
        return switch (decoding) {
            case DecodingRule.ByteLevel rule -> new ByteLevelDecoder(vocabulary, controls);
            case DecodingRule.Pieces rule -> new PieceDecoder(rule, vocabulary, controls);
        };
    }

    /** Tokens of a text that is partly a template's and partly a stranger's, as if it were one: only between control tokens it is cut. */
    int[] encode(RenderedText text) {
        String all = text.text();
        if (all.length() > MAX_TEXT_LENGTH) {
            throw new IllegalArgumentException(
                    "a text of %d characters; %d can be read".formatted(all.length(), MAX_TEXT_LENGTH));
        }
        List<ControlTokens.Place> places = controls.in(text);
        IntStream.Builder tokens = IntStream.builder();
        int from = 0;
        for (ControlTokens.Place place : places) {
            encodeSection(all, from, place.from(), tokens);
            tokens.add(place.id());
            from = place.to();
        }
        encodeSection(all, from, all.length(), tokens);
        return tokens.build().toArray();
    }

    private void encodeSection(String all, int from, int to, IntStream.Builder tokens) {
        if (from >= to) {
            return;
        }
        HuggingFaceTokenizer tokenizer = from == 0 ? beginnings : others;
        for (long id : tokenizer
                .encode(wellFormed(all.substring(from, to)), false, false)
                .getIds()) {
            int token = (int) id;
            if (controls.has(token)) {
                IntStream.of(spelled.of(token)).forEach(tokens::add);
            } else {
                tokens.add(token);
            }
        }
    }

    /** Half a pair of surrogates is no character; native code would take it as it likes. */
    private static String wellFormed(String text) {
        if (text.codePoints().noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
            return text;
        }
        return text.codePoints()
                .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static HuggingFaceTokenizer load(ModelSpace space, byte[] json) throws IOException {
        HuggingFaceTokenizer tokenizer = HuggingFaceTokenizer.newInstance(new ByteArrayInputStream(json), AS_IT_IS);
        space.own(tokenizer::close);
        return tokenizer;
    }
}
