/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.text;

import com.noragentia.helios.worker.expert.ModelFailure;
import com.noragentia.helios.worker.runtime.ModelSpace;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The template of a model's {@code tokenizer_config.json}, in Jinja. The template writes the conversation with words in place of what the
 * messages say ({@link Placeholders}); they are put in afterwards, and control tokens are looked for only in what the template itself wrote.
 * A template cannot look into messages, therefore: {@code trim} works on them, {@code in} and {@code split} do not.
 */
public final class JinjaChatTemplate implements ChatTemplate {

    /** As many elements as a template may have in a list. */
    static final int MAX_MESSAGES = JinjaTemplate.MAX_ELEMENTS;

    private final JinjaTemplate template;
    private final TokenizerConfig config;
    private final HuggingFaceTextTokenizer tokenizer;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    private JinjaChatTemplate(
            JinjaTemplate template, TokenizerConfig config, HuggingFaceTextTokenizer tokenizer, Clock clock) {
        this.template = template;
        this.config = config;
        this.tokenizer = tokenizer;
        this.clock = clock;
    }

    /**
     * Opens the template of a model.
     *
     * @param clock for templates that tell the model the date; those write another prompt each day
     * @throws ModelFailure if the model has none
     */
    public static JinjaChatTemplate open(ModelSpace space, HuggingFaceTextTokenizer tokenizer, Clock clock)
            throws ModelFailure {
        TokenizerConfig config = TokenizerConfig.read(space);
        String source = config.template()
                .orElseThrow(() -> new ModelFailure(space.manifest().id() + " has no chat template"));
        return new JinjaChatTemplate(new JinjaTemplate(source), config, tokenizer, clock);
    }

    @Override
    public int[] tokens(List<Message> conversation) throws ModelFailure {
        return tokenizer.encode(written(conversation));
    }

    RenderedText written(List<Message> conversation) throws ModelFailure {
        if (conversation.size() > MAX_MESSAGES) {
            throw new ModelFailure("a conversation of over " + MAX_MESSAGES + " messages");
        }
        Placeholders placeholders = new Placeholders(random);
        List<Map<String, Object>> messages = new ArrayList<>();
        for (Message message : conversation) {
            Map<String, Object> values = new HashMap<>();
            values.put("role", message.role().name().toLowerCase(Locale.ROOT));
            values.put("content", placeholders.standIn(message.text()));
            messages.add(values);
        }
        return placeholders.fill(template.render(values(messages)));
    }

    private Map<String, Object> values(List<Map<String, Object>> messages) {
        Map<String, Object> values = new HashMap<>();
        values.put("messages", messages);
        values.put("add_generation_prompt", true);
        values.put("bos_token", config.beginToken().orElse(""));
        values.put("eos_token", config.endToken().orElse(""));
        values.put("strftime_now", true);
        values.put(TemplateFunctions.NOW, LocalDateTime.now(clock));
        return values;
    }
}
