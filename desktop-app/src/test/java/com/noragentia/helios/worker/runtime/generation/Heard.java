/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.generation;

import com.noragentia.helios.worker.runtime.sampling.SamplingRule;
import com.noragentia.helios.worker.runtime.sampling.TokenSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A sink that remembers, and the requests it is used with. */
class Heard implements TokenSink {

    private final List<Integer> tokens = new ArrayList<>();
    private final List<Integer> readings = new ArrayList<>();

    static GenerationRequest request(int[] prompt, SamplingRule rule, int maxTokens) {
        return new GenerationRequest(new TokenSequence(prompt), rule, maxTokens, Set.of());
    }

    static GenerationRequest in(String conversation, int[] prompt, SamplingRule rule, int maxTokens) {
        return new GenerationRequest(new TokenSequence(prompt), rule, maxTokens, Set.of(), Optional.of(conversation));
    }

    static int[] write(TokenGenerator model, GenerationRequest request) throws Exception {
        Heard heard = new Heard();
        model.generate(request, heard);
        return heard.tokens();
    }

    @Override
    public void reading(int done, int total) {
        readings.add(done);
    }

    @Override
    public boolean token(int token) {
        tokens.add(token);
        return true;
    }

    int[] tokens() {
        return tokens.stream().mapToInt(Integer::intValue).toArray();
    }

    List<Integer> readings() {
        return readings;
    }
}
