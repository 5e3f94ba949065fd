/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.writing;

import com.noragentia.helios.worker.runtime.text.ChatTemplate;
import com.noragentia.helios.worker.runtime.text.TextTokenizer;
import com.noragentia.helios.worker.runtime.text.TokenDecoder;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** The smallest tokenizer: a token is a byte of UTF-8, and {@link #TURN} stands before each message. */
public final class ByteTokens implements TextTokenizer, ChatTemplate {

    public static final int TURN = 256;
    public static final int END = 257;
    public static final int VOCABULARY = 258;

    @Override
    public int[] encode(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return IntStream.range(0, bytes.length).map(i -> bytes[i] & 0xFF).toArray();
    }

    @Override
    public int[] encodeWithControls(String text) {
        return encode(text);
    }

    @Override
    public OptionalInt control(String token) {
        return OptionalInt.empty();
    }

    @Override
    public int[] tokens(List<Message> conversation) {
        return conversation.stream()
                .flatMapToInt(message -> IntStream.concat(IntStream.of(TURN), IntStream.of(encode(message.text()))))
                .toArray();
    }

    @Override
    public TokenDecoder decoder() {
        return new TokenDecoder() {

            private final ByteArrayOutputStream held = new ByteArrayOutputStream();

            @Override
            public String next(int token) {
                if (token > 0xFF) {
                    return "";
                }
                held.write(token);
                String text = held.toString(StandardCharsets.UTF_8);
                return text.endsWith("\uFFFD") ? "" : rest();
            }

            @Override
            public String rest() {
                String text = held.toString(StandardCharsets.UTF_8);
                held.reset();
                return text;
            }
        };
    }
}
