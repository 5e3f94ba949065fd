/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.reading;

import com.noragentia.helios.worker.expert.writing.ByteTokens;
import com.noragentia.helios.worker.runtime.generation.Generated;
import com.noragentia.helios.worker.runtime.generation.GenerationRequest;
import com.noragentia.helios.worker.runtime.generation.TokenGenerator;
import com.noragentia.helios.worker.runtime.generation.TokenSink;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** A generator that writes what a test says to each prompt, a byte a token, and remembers the prompts. */
final class Scribe implements TokenGenerator {

    final List<String> prompts = new ArrayList<>();
    private final int context;
    private final UnaryOperator<String> says;

    Scribe(int context, UnaryOperator<String> says) {
        this.context = context;
        this.says = says;
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
        int length = request.start().promptLength();
        if (length + request.maxTokens() > context) {
            throw new IllegalArgumentException(
                    "a prompt of %d tokens, and %d more".formatted(length, request.maxTokens()));
        }
        ByteArrayOutputStream prompt = new ByteArrayOutputStream();
        for (int token : request.start().slice(0, length)) {
            prompt.write(token == ByteTokens.TURN ? '\n' : token);
        }
        prompts.add(prompt.toString(StandardCharsets.UTF_8));
        sink.reading(length, length);
        int written = 0;
        for (byte octet : says.apply(prompts.getLast()).getBytes(StandardCharsets.UTF_8)) {
            if (written == request.maxTokens()) {
                return new Generated(Generated.End.LENGTH, length, 0, written);
            }
            written++;
            if (!sink.token(octet & 0xFF)) {
                return new Generated(Generated.End.SINK, length, 0, written);
            }
        }
        return new Generated(Generated.End.END_TOKEN, length, 0, written + 1);
    }
}
