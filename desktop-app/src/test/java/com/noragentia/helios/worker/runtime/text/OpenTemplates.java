/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.text;

import com.noragentia.helios.worker.expert.ModelFailure;
import com.noragentia.helios.worker.runtime.ModelSpace;
import com.noragentia.helios.worker.runtime.text.ChatTemplate.Message;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/** Chat templates over a small byte-level tokenizer, open until the test is over. Not thread-safe. */
final class OpenTemplates implements AutoCloseable {

    private static final Clock NOVEMBER = Clock.fixed(Instant.parse("2026-11-05T12:00:00Z"), ZoneOffset.UTC);

    private final Path folder;
    private final List<ModelSpace> spaces = new ArrayList<>();
    private final List<HuggingFaceTextTokenizer> tokenizers = new ArrayList<>();

    OpenTemplates(Path folder) {
        this.folder = folder;
    }

    /** That of the template opened last. */
    HuggingFaceTextTokenizer tokenizer() {
        return tokenizers.getLast();
    }

    /** One of those among the resources. */
    JinjaChatTemplate open(String name, String begin, String end) throws IOException, ModelFailure {
        try (InputStream in =
                Objects.requireNonNull(OpenTemplates.class.getResourceAsStream("/chat-templates/" + name + ".jinja"))) {
            return openSource(new String(in.readAllBytes(), StandardCharsets.UTF_8), begin, end);
        }
    }

    JinjaChatTemplate openSource(String source, String begin, String end) throws IOException, ModelFailure {
        Path template = Files.writeString(folder.resolve("chat_template.jinja"), source);
        Path config = Files.writeString(
                folder.resolve("tokenizer_config.json"),
                "{\"bos_token\": \"%s\", \"eos_token\": {\"content\": \"%s\"}}".formatted(begin, end));
        return open(OpenTokenizer.space(words(), template, config));
    }

    /** Of a model that has none. */
    JinjaChatTemplate openWithout() throws IOException, ModelFailure {
        return open(OpenTokenizer.space(words()));
    }

    private JinjaChatTemplate open(ModelSpace space) throws ModelFailure {
        spaces.add(space);
        tokenizers.add(HuggingFaceTextTokenizer.open(space, "tokenizer.json"));
        return JinjaChatTemplate.open(space, tokenizer(), NOVEMBER);
    }

    private Path words() throws IOException {
        return CraftedTokenizer.byteLevel().write(folder.resolve("tokenizer.json"));
    }

    /** How many of the tokens begin or end a message. */
    long controls(int[] tokens) {
        List<Integer> controls = IntStream.concat(
                        tokenizer().control("<|im_start|>").stream(), tokenizer().control("<|im_end|>").stream())
                .boxed()
                .toList();
        return IntStream.of(tokens).filter(controls::contains).count();
    }

    String text(int[] tokens) {
        TokenDecoder decoder = tokenizer().decoder();
        StringBuilder text = new StringBuilder();
        for (int token : tokens) {
            text.append(decoder.next(token));
        }
        return text.append(decoder.rest()).toString();
    }

    static String written(JinjaChatTemplate template, List<Message> conversation) throws ModelFailure {
        return template.written(conversation).text();
    }

    @Override
    public void close() {
        spaces.forEach(ModelSpace::close);
    }
}
