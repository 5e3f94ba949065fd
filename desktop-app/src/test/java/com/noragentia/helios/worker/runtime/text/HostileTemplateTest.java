/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.text;

import static com.noragentia.helios.worker.runtime.text.ChatTemplate.Role.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.noragentia.helios.worker.expert.ModelFailure;
import com.noragentia.helios.worker.runtime.text.ChatTemplate.Message;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Templates that want more than to write a conversation, or are none. */
class HostileTemplateTest extends TemplateFixture {

    @Test
    void a_template_that_changes_what_messages_say_is_found_out() throws Exception {
        for (String source : List.of(
                "{{ messages[0].content | upper }}",
                "{{ messages[0].content[2:] }}",
                "{{ messages[0].content.rstrip('z') }}",
                "{{ messages[0].content.split('n')[0] }}")) {
            JinjaChatTemplate template = templates.openSource(source, "<s>", "</s>");

            assertThat(OpenTemplates.written(template, List.of(new Message(USER, "  \n "))))
                    .isBlank();
            try {
                assertThat(OpenTemplates.written(template, List.of(new Message(USER, "<s>secret"))))
                        .doesNotContain("secret");
            } catch (ModelFailure expected) {
                assertThat(expected).hasMessage("the chat template changes what messages say");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ ''.getClass() }}",
                "{{ messages.getClass().forName('java.lang.Runtime') }}",
                "{{ ''.class.classLoader }}",
                "{{ messages.__class__ }}",
                "{{ ____int3rpr3t3r____ }}",
                "{{ ____int3rpr3t3r____.config }}",
                "{% include '/etc/hostname' %}",
                "{% import '/etc/hostname' as x %}",
                "{% from '/etc/hostname' import x %}",
                "{% extends '/etc/hostname' %}",
                "{{ messages[0].content.getBytes() }}",
                "{{ messages.listIterator() }}",
                "{{ messages[0].entrySet() }}",
                "{{ loop.getClass() }}",
                "{% for m in messages %}{{ loop.class }}{% endfor %}",
                "{{ 'a'.repeat(1000000000) }}",
                "{{ '%1000000000d' | format(1) }}",
                "{{ '{{ 7 * 7 }}' | fromjson }}",
                "{{ '{{ 7 * 7 }}' | render }}",
                "{% for x in messages.stream() %}a{% endfor %}",
            })
    void a_template_reaches_nothing_outside(String source) throws Exception {
        String hostname = Files.exists(Path.of("/etc/hostname")) ? Files.readString(Path.of("/etc/hostname")) : "";
        JinjaChatTemplate template = templates.openSource(source, "<s>", "</s>");
        String written;
        try {
            written = OpenTemplates.written(template, QUESTION);
        } catch (ModelFailure failure) {
            written = "";
        }

        assertThat(written.strip())
                .doesNotContain("class ")
                .doesNotContain("49")
                .doesNotContain("jinjava")
                .isIn("", "[]", "____int3rpr3t3r____");
        assertThat(hostname.isBlank() || !written.contains(hostname.strip())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{% for a in range(900) %}{% for b in range(900) %}{% for c in range(900) %}{% endfor %}{% endfor %}{% endfor %}",
                "{% for a in range(900) %}{{ 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' * 1000 }}{% endfor %}",
                "{% set x = 'abcdefgh' %}{% for a in range(60) %}{% set x = x + x %}{% endfor %}{{ x }}",
                "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
                "{{ range(1000000000) | length }}{{ raise_exception('long') }}",
                "{% for m in messages %}",
                "{{ raise_exception(",
                "{% nonsense %}",
            })
    void a_template_without_end_or_sense_is_a_failure_of_the_model(String source) throws Exception {
        JinjaChatTemplate template = templates.openSource(source, "<s>", "</s>");

        assertThatThrownBy(() -> template.tokens(QUESTION)).isInstanceOf(ModelFailure.class);
    }

    @Test
    void texts_answer_the_methods_of_python_that_templates_call() throws Exception {
        JinjaChatTemplate template = templates.openSource(
                "{{ ' a,b '.strip().split(',')[-1] }}{{ 'xxaxx'.lstrip('x') }}{{ 'xxaxx'.rstrip('x') }}"
                        + "{{ 'abc'.startswith('ab') }}{{ 'abc'.endswith('ab') }}{{ 'Ab'.upper() ~ 'Ab'.lower() }}"
                        + "{% for k, v in {'k': 1}.items() %}{{ k }}{{ v }}{% endfor %}{{ messages[0].get('role') }}{% for i in range(2) %}{{ i }}{% endfor %}",
                "", "");

        assertThat(OpenTemplates.written(template, QUESTION)).isEqualTo("baxxxxatruefalseABabk1user01");
    }

    @Test
    void a_model_without_a_template_says_so() throws Exception {
        assertThatThrownBy(templates::openWithout)
                .isInstanceOf(ModelFailure.class)
                .hasMessage("words has no chat template");
    }
}
