/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.openai;

import static com.noragentia.helios.orchestrator.openai.ErrorsTest.refused;

import com.noragentia.helios.orchestrator.trial.TestClock;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests for chat that ask for what there is not: each is told which parameter it is. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WrongRequestsTest {

    private final TestClock clock = new TestClock();
    private Surface surface;

    @BeforeAll
    void start(@TempDir Path data) {
        surface = new Surface(data, clock);
    }

    @BeforeEach
    void letSomeTimePass() {
        clock.pass(Duration.ofSeconds(2)); // or there would be too many a minute
    }

    @AfterAll
    void stop() {
        surface.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{                                                                    | request_invalid            |",
                "[]                                                                   | request_invalid            |",
                "{}                                                                   | missing_required_parameter | model",
                "{'model':'helios'}                                                   | missing_required_parameter | messages",
                "{'model':7,'messages':[]}                                            | invalid_value              | model",
                "{'model':'helios','messages':[]}                                     | invalid_value              | messages",
                "{'model':'helios','messages':{}}                                     | invalid_value              | messages",
                "{'model':'helios','messages':['hi']}                                 | invalid_value              | messages[0]",
                "{'model':'helios','messages':[{'content':'hi'}]}                     | missing_required_parameter | messages[0].role",
                "{'model':'helios','messages':[{'role':'tool','content':'hi'}]}       | unsupported_value          | messages[0].role",
                "{'model':'helios','messages':[{'role':'user','content':7}]}          | invalid_value              | messages[0].content",
                "{'model':'helios','messages':[{'role':'user','content':[{'type':'video'}]}]} | unsupported_value  | messages[0].content[0].type",
                "{'model':'helios','messages':[{'role':'assistant','content':'hi'}]}  | invalid_value              | messages",
                "{'model':'helios','messages':[{'role':'user','content':' '}]}        | question_empty             |",
            })
    void a_request_that_cannot_be_read_names_the_place(String json, String code, @Nullable String param) {
        refused(surface.postText(Surface.CHAT, json.replace('\'', '"')), 400, code, param);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "n                 | 2                            | unsupported_parameter",
                "tools             | [{'type':'function'}]        | unsupported_parameter",
                "tool_choice       | 'required'                   | unsupported_parameter",
                "functions         | [{'name':'f'}]               | unsupported_parameter",
                "response_format   | {'type':'json_object'}       | unsupported_parameter",
                "modalities        | ['text','audio']             | unsupported_parameter",
                "audio             | {'voice':'x'}                | unsupported_parameter",
                "logprobs          | true                         | unsupported_parameter",
                "logit_bias        | {'5':1}                      | unsupported_parameter",
                "reasoning_effort  | 'high'                       | unsupported_parameter",
                "store             | true                         | unsupported_parameter",
                "temperature       | 2.1                          | invalid_value",
                "temperature       | 'hot'                        | invalid_value",
                "top_p             | -0.1                         | invalid_value",
                "frequency_penalty | 3                            | invalid_value",
                "presence_penalty  | -3                           | invalid_value",
                "max_tokens        | 0                            | invalid_value",
                "max_completion_tokens | 1.5                      | invalid_value",
                "seed              | 'x'                          | invalid_value",
                "stop              | ['a','b','c','d','e']        | invalid_value",
                "stop              | ''                           | invalid_value",
                "stream            | 'yes'                        | invalid_value",
                "stream_options    | {'include_usage':true}       | invalid_value",
            })
    void a_parameter_that_is_not_supported_is_named(String name, String value, String code) {
        String json = "{'model':'helios','messages':[{'role':'user','content':'hi'}],'" + name + "':" + value + "}";

        refused(surface.postText(Surface.CHAT, json.replace('\'', '"')), 400, code, name);
    }
}
