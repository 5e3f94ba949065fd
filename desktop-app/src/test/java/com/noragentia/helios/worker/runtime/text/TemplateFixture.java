/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.text;

import static com.noragentia.helios.worker.runtime.text.ChatTemplate.Role.USER;

import com.noragentia.helios.worker.runtime.text.ChatTemplate.Message;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Chat templates to be opened, and a question for them. */
abstract class TemplateFixture {

    static final List<Message> QUESTION = List.of(new Message(USER, "  Hello"));

    @TempDir
    private Path folder;

    OpenTemplates templates = new OpenTemplates(Path.of(""));

    @BeforeEach
    void begin() {
        templates = new OpenTemplates(folder);
    }

    @AfterEach
    void close() {
        templates.close();
    }
}
