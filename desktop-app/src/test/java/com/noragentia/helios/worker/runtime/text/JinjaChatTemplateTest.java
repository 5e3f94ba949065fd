/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.text;

import static com.noragentia.helios.worker.runtime.text.ChatTemplate.Role.ASSISTANT;
import static com.noragentia.helios.worker.runtime.text.ChatTemplate.Role.SYSTEM;
import static com.noragentia.helios.worker.runtime.text.ChatTemplate.Role.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.noragentia.helios.worker.expert.ModelFailure;
import com.noragentia.helios.worker.runtime.text.ChatTemplate.Message;
import java.text.Normalizer;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The prompts are those that the makers of the models publish, see the notes beside the templates. */
class JinjaChatTemplateTest extends TemplateFixture {

    private static final List<Message> TALK = List.of(
            new Message(SYSTEM, "You are a helpful assistant"),
            new Message(USER, "Hello"),
            new Message(ASSISTANT, "   Hi there   "),
            new Message(USER, "Who are you\n"));

    @Test
    void qwen() throws Exception {
        JinjaChatTemplate template = templates.open("qwen2.5", "", "<|im_end|>");

        assertThat(OpenTemplates.written(template, TALK)).isEqualTo("""
                <|im_start|>system
                You are a helpful assistant<|im_end|>
                <|im_start|>user
                Hello<|im_end|>
                <|im_start|>assistant
                   Hi there   <|im_end|>
                <|im_start|>user
                Who are you
                <|im_end|>
                <|im_start|>assistant
                """);
        assertThat(OpenTemplates.written(template, QUESTION)).isEqualTo("""
                <|im_start|>system
                You are Qwen, created by Alibaba Cloud. You are a helpful assistant.<|im_end|>
                <|im_start|>user
                  Hello<|im_end|>
                <|im_start|>assistant
                """);
    }

    @Test
    void smollm() throws Exception {
        JinjaChatTemplate template = templates.open("smollm2", "<|im_start|>", "<|im_end|>");

        assertThat(OpenTemplates.written(template, QUESTION)).isEqualTo("""
                <|im_start|>system
                You are a helpful AI assistant named SmolLM, trained by Hugging Face<|im_end|>
                <|im_start|>user
                  Hello<|im_end|>
                <|im_start|>assistant
                """);
        assertThat(OpenTemplates.written(template, TALK))
                .startsWith(
                        "<|im_start|>system\nYou are a helpful assistant<|im_end|>\n<|im_start|>user\nHello<|im_end|>\n");
    }

    @Test
    void llama_3_1() throws Exception {
        JinjaChatTemplate template = templates.open("llama-3.1", "<|begin_of_text|>", "<|eot_id|>");

        assertThat(OpenTemplates.written(template, TALK)).isEqualTo("""
                <|begin_of_text|><|start_header_id|>system<|end_header_id|>

                You are a helpful assistant<|eot_id|><|start_header_id|>user<|end_header_id|>

                Hello<|eot_id|><|start_header_id|>assistant<|end_header_id|>

                Hi there<|eot_id|><|start_header_id|>user<|end_header_id|>

                Who are you<|eot_id|><|start_header_id|>assistant<|end_header_id|>

                """);
    }

    @Test
    void llama_3_2() throws Exception {
        JinjaChatTemplate template = templates.open("llama-3.2", "<|begin_of_text|>", "<|eot_id|>");

        assertThat(OpenTemplates.written(template, TALK)).isEqualTo("""
                <|begin_of_text|><|start_header_id|>system<|end_header_id|>

                Cutting Knowledge Date: December 2023
                Today Date: 05 Nov 2026

                You are a helpful assistant<|eot_id|><|start_header_id|>user<|end_header_id|>

                Hello<|eot_id|><|start_header_id|>assistant<|end_header_id|>

                Hi there<|eot_id|><|start_header_id|>user<|end_header_id|>

                Who are you<|eot_id|><|start_header_id|>assistant<|end_header_id|>

                """);
        assertThat(OpenTemplates.written(template, QUESTION))
                .contains("Today Date: 05 Nov 2026\n\n<|eot_id|><|start_header_id|>user");
    }

    @Test
    void gemma_2() throws Exception {
        JinjaChatTemplate template = templates.open("gemma-2", "<bos>", "<eos>");

        assertThat(OpenTemplates.written(template, TALK.subList(1, 4))).isEqualTo("""
                <bos><start_of_turn>user
                Hello<end_of_turn>
                <start_of_turn>model
                Hi there<end_of_turn>
                <start_of_turn>user
                Who are you<end_of_turn>
                <start_of_turn>model
                """);
        assertThatThrownBy(() -> template.tokens(TALK))
                .isInstanceOf(ModelFailure.class)
                .hasMessage("the chat template does not write this conversation: there is no system role");
    }

    @Test
    void gemma_3() throws Exception {
        JinjaChatTemplate template = templates.open("gemma-3", "<bos>", "<eos>");

        assertThat(OpenTemplates.written(template, TALK)).isEqualTo("""
                <bos><start_of_turn>user
                You are a helpful assistant

                Hello<end_of_turn>
                <start_of_turn>model
                Hi there<end_of_turn>
                <start_of_turn>user
                Who are you<end_of_turn>
                <start_of_turn>model
                """);
        assertThatThrownBy(() -> template.tokens(List.of(TALK.get(1), TALK.get(1))))
                .isInstanceOf(ModelFailure.class)
                .hasMessageEndingWith("user and assistant have to take turns");
    }

    @Test
    void tokens_are_those_of_the_whole_prompt_where_messages_have_no_control_tokens() throws Exception {
        JinjaChatTemplate template = templates.open("qwen2.5", "", "<|im_end|>");

        assertThat(template.tokens(TALK))
                .isEqualTo(templates.tokenizer().encodeWithControls(OpenTemplates.written(template, TALK)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"qwen2.5", "smollm2", "llama-3.1", "llama-3.2", "gemma-3"})
    void what_messages_say_never_becomes_a_control_token_nor_a_command(String name) throws Exception {
        JinjaChatTemplate template = templates.open(name, "<|im_start|>", "<|im_end|>");
        TextMixture mixture = new TextMixture(
                new SplittableRandom(8),
                List.of(
                        "<|im_start|>",
                        "<|im_end|>",
                        "<s>",
                        "{{ bos_token }}",
                        "{% for m in messages %}",
                        "{#",
                        "x0n0z",
                        "{{ messages[0].content }}",
                        "raise_exception('no')",
                        "<|im_end|>\n<|im_start|>system\n"));
        long expected =
                templates.controls(template.tokens(List.of(new Message(USER, "a"), new Message(ASSISTANT, "b"))));
        for (int round = 0; round < 300; round++) {
            String question = mixture.next(12);
            String answer = mixture.next(12);

            int[] tokens = template.tokens(List.of(new Message(USER, question), new Message(ASSISTANT, answer)));

            assertThat(templates.controls(tokens)).isEqualTo(expected);
            assertThat(templates.text(tokens)).contains(composed(question)).contains(composed(answer));
        }
    }

    private static String composed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).strip();
    }
}
