/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.writing;

import com.noragentia.helios.worker.runtime.generation.Generated;
import com.noragentia.helios.worker.runtime.generation.GenerationRequest;
import com.noragentia.helios.worker.runtime.generation.TokenGenerator;
import com.noragentia.helios.worker.runtime.generation.TokenSink;
import com.noragentia.helios.worker.runtime.sampling.TokenSequence;
import java.util.Arrays;
import java.util.List;

/**
 * A generator without a network: what it writes depends on all that came before, and on the seed where it draws; letters of one, two and four
 * bytes.
 */
final class Rambler implements TokenGenerator {

    private static final List<String> LETTERS = List.of("a", "b", " ", "é", "ñ", "🙂", "e", "s", "t", "o");

    private final ByteTokens bytes = new ByteTokens();
    private final int context;
    private final int answer;
    int asked;

    /** @param answer it ends after so many tokens, not within a letter */
    Rambler(int context, int answer) {
        this.context = context;
        this.answer = answer;
    }

    @Override
    public int contextTokens() {
        return context;
    }

    @Override
    public int vocabulary() {
        return ByteTokens.VOCABULARY;
    }

    @Override
    public int atOnce() {
        return 1;
    }

    @Override
    public Generated generate(GenerationRequest request, TokenSink sink) {
        asked++;
        TokenSequence sequence = request.start();
        int prompt = sequence.promptLength();
        sink.reading(prompt, prompt);
        while (sequence.written() < request.maxTokens()) {
            int next = next(request, sequence);
            sequence.append(next);
            if (request.endTokens().contains(next)) {
                return new Generated(Generated.End.END_TOKEN, prompt, 0, sequence.written());
            }
            if (!sink.token(next)) {
                return new Generated(Generated.End.SINK, prompt, 0, sequence.written());
            }
        }
        return new Generated(Generated.End.LENGTH, prompt, 0, sequence.written());
    }

    private int next(GenerationRequest request, TokenSequence sequence) {
        int written = 0;
        int[] letter = {};
        while (written < sequence.written()) {
            letter = letter(request, sequence, written);
            written += letter.length;
        }
        if (written > sequence.written()) { // within a letter
            return letter[letter.length - (written - sequence.written())];
        }
        return written >= answer ? ByteTokens.END : letter(request, sequence, written)[0];
    }

    private int[] letter(GenerationRequest request, TokenSequence sequence, int written) {
        int before = Arrays.hashCode(sequence.slice(0, sequence.promptLength() + written));
        long seed = request.sampling().isGreedy() ? 0 : request.sampling().seed();
        return bytes.encode(LETTERS.get(Math.floorMod(before * 31 + Long.hashCode(seed), LETTERS.size())));
    }
}
