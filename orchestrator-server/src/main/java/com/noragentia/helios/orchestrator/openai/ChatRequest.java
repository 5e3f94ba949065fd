/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.openai;

import com.noragentia.helios.protocol.api.Limit;
import com.noragentia.helios.protocol.crypto.Sha256;
import com.noragentia.helios.protocol.task.ChatOptions;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What {@code POST /v1/chat/completions} asks.
 *
 * @param cacheKey under which questions go to the same worker where that costs nothing
 * @param isStreamed whether the answer is wanted piece by piece
 * @param wantsUsage whether the stream is to end with what was used
 */
record ChatRequest(
        ModelName model,
        Conversation conversation,
        ChatOptions options,
        Optional<String> cacheKey,
        boolean isStreamed,
        boolean wantsUsage) {

    private static final String STREAM_OPTIONS = "stream_options";

    static ChatRequest of(RequestBody body) {
        Fields request = body.fields();
        ModelName model = new ModelName(request.needText("model"));
        Unsupported.refuse(request);
        Conversation conversation = Conversation.of(new MessageReader(body).read(request));
        boolean isStreamed = request.flag("stream");
        Optional<Fields> ofStream = request.object(STREAM_OPTIONS);
        if (ofStream.isPresent() && !isStreamed) {
            throw Fault.invalid(STREAM_OPTIONS, "left out where 'stream' is not true");
        }
        return new ChatRequest(
                model,
                conversation,
                Sampling.of(request, conversation.system()),
                request.text("prompt_cache_key").filter(key -> !key.isBlank()).map(ChatRequest::fitting),
                isStreamed,
                ofStream.map(options -> options.flag("include_usage")).orElse(false));
    }

    private static String fitting(String key) {
        return Limit.CONVERSATION_CHARACTERS.isPassedBy(key.length())
                ? Sha256.hex(key.getBytes(StandardCharsets.UTF_8))
                : key;
    }
}
