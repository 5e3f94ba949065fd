/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class MarkdownExportTest {

    @Test
    void a_chat_reads_as_it_was_shown() {
        SavedExchange first = new SavedExchange(
                1, OptionalLong.empty(), Chats.withFile("Rent?\n\nPlease."), "# Lease\n\n**900**\n", Optional.empty());
        SavedChat chat =
                new SavedChat(1, "n1", "My *rent*", "", SavedChat.branches(List.of(first), OptionalLong.of(1)));

        String text = new MarkdownExport(new MarkdownExport.Words("You", "Helios", "Files", "Not finished.")).of(chat);

        assertThat(text).isEqualTo("""
                # My \\*rent\\*

                **You**

                > Rent?
                >
                > Please.

                Files: lease.pdf

                **Helios**

                # Lease

                **900**

                *Not finished.*
                """);
    }
}
