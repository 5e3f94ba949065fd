/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.history;

import static com.noragentia.helios.desktop.history.Chats.FAILED;
import static com.noragentia.helios.desktop.history.Chats.NOON;
import static com.noragentia.helios.desktop.history.Chats.question;
import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.desktop.history.ChatHistory.Begun;
import com.noragentia.helios.desktop.history.FolderTable.Naming;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChatHistoryTest {

    @TempDir
    Path folder;

    private Path file;
    private ChatHistory history;

    @BeforeEach
    void open() throws IOException {
        file = folder.resolve(ChatHistory.FILE);
        history = ChatHistory.open(file);
    }

    private SavedChat read(long chat) {
        return history.read(chat).orElseThrow();
    }

    private List<String> titles() {
        return history.chats().list().stream().map(ChatEntry::title).toList();
    }

    @Test
    void what_was_written_is_there_after_a_new_start() throws IOException {
        Begun begun = history.begin("n1", Chats.withFile("What is the rent?"));
        history.exchanges().write(begun.exchange(), "900");
        long next = history.exchanges().add(begun.chat(), OptionalLong.of(begun.exchange()), question("And heating?"));
        history.exchanges().end(next, "Forty", FAILED, NOON);
        history.chats().keepDraft(begun.chat(), "And wat");

        history = ChatHistory.open(file);

        SavedChat chat = read(begun.chat());
        List<SavedExchange> shown = chat.branches().shown();
        assertThat(chat.name()).isEqualTo("n1");
        assertThat(chat.title()).isEqualTo("What is the rent?");
        assertThat(chat.draft()).isEqualTo("And wat");
        assertThat(shown).hasSize(2);
        assertThat(shown.getFirst().question()).isEqualTo(Chats.withFile("What is the rent?"));
        assertThat(shown.getFirst().answer()).isEqualTo("900");
        assertThat(shown.getFirst().outcome()).isEmpty();
        assertThat(shown.getLast().outcome()).contains(FAILED);
    }

    @Test
    void the_chat_that_changed_last_stands_first() {
        Begun old = history.begin("n1", question("old", NOON.minus(Duration.ofDays(2))));
        history.begin("n2", question("new", NOON.minus(Duration.ofDays(1))));
        assertThat(titles()).containsExactly("new", "old");

        history.exchanges().end(old.exchange(), "", new Outcome.Stopped(), NOON);

        assertThat(titles()).containsExactly("old", "new");
    }

    @Test
    void an_edited_question_is_another_branch_and_both_can_be_shown() {
        Begun begun = history.begin("n1", question("a"));
        long second = history.exchanges().add(begun.chat(), OptionalLong.of(begun.exchange()), question("b"));
        long edited = history.exchanges().add(begun.chat(), OptionalLong.of(begun.exchange()), question("B"));

        assertThat(read(begun.chat()).branches().shown().getLast().id()).isEqualTo(edited);

        history.chats().turnTo(begun.chat(), second);

        assertThat(read(begun.chat()).branches().shown().getLast().id()).isEqualTo(second);
        assertThat(read(begun.chat()).branches())
                .satisfies(branches -> assertThat(
                                branches.versions(branches.shown().getLast()))
                        .hasSize(2));
    }

    @Test
    void removed_chats_come_back_until_they_are_purged() throws IOException {
        Begun one = history.begin("n1", question("one"));
        Begun two = history.begin("n2", question("two"));
        history.chats().remove(List.of(one.chat(), two.chat()), NOON);
        assertThat(titles()).isEmpty();
        assertThat(history.read(one.chat())).isEmpty();

        history.chats().restore(List.of(one.chat()));
        assertThat(titles()).containsExactly("one");

        history = ChatHistory.open(file);
        history.chats().restore(List.of(two.chat()));
        assertThat(titles()).containsExactly("one");
    }

    @Test
    void nothing_of_a_purged_chat_is_left_in_the_files() throws IOException {
        Begun begun = history.begin("n1", question("the pelican password is xyzzyplugh"));
        history.exchanges().end(begun.exchange(), "never say xyzzyplugh", new Outcome.Stopped(), NOON);
        assertThat(onDisk("xyzzyplugh")).isTrue();

        history.chats().remove(List.of(begun.chat()), NOON);
        history.chats().purge();

        assertThat(onDisk("xyzzyplugh")).isFalse();
    }

    private boolean onDisk(String words) throws IOException {
        try (var files = Files.list(folder)) {
            for (Path one : files.toList()) {
                if (new String(Files.readAllBytes(one), StandardCharsets.ISO_8859_1).contains(words)) {
                    return true;
                }
            }
        }
        return false;
    }

    @Test
    void only_the_owner_may_read_the_files() throws IOException {
        history.begin("n1", question("mine"));

        try (var files = Files.list(folder)) {
            assertThat(files.toList())
                    .isNotEmpty()
                    .allSatisfy(one -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(one)))
                            .isEqualTo("rw-------"));
        }
    }

    @Test
    void titles_pins_and_folders_are_the_members() {
        Begun begun = history.begin("n1", question("first words"));
        ChatFolder home = ((Naming.Named) history.folders().make(" Home ")).folder();
        history.chats().rename(begun.chat(), " Heating \n bill ");
        history.chats().rename(begun.chat(), " \u200B ");
        history.chats().pin(List.of(begun.chat()), true);
        history.chats().move(List.of(begun.chat()), OptionalLong.of(home.id()));

        ChatEntry entry = history.chats().list().getFirst();
        assertThat(entry.title()).isEqualTo("Heating bill");
        assertThat(entry.isPinned()).isTrue();
        assertThat(entry.folder()).hasValue(home.id());

        history.folders().remove(home.id());
        assertThat(history.chats().list().getFirst().folder()).isEmpty();
    }

    @Test
    void two_folders_never_have_one_name() {
        assertThat(history.folders().make("Work")).isInstanceOf(Naming.Named.class);
        ChatFolder home = ((Naming.Named) history.folders().make("Home")).folder();

        assertThat(history.folders().make("WORK")).isEqualTo(new Naming.Taken());
        assertThat(history.folders().make(" ")).isEqualTo(new Naming.Empty());
        assertThat(history.folders().rename(home.id(), "work")).isEqualTo(new Naming.Taken());
        assertThat(history.folders().rename(home.id(), "HOME")).isInstanceOf(Naming.Named.class);
        for (int i = 2; i < FolderTable.MOST; i++) {
            history.folders().make("f" + i);
        }
        assertThat(history.folders().make("one more")).isEqualTo(new Naming.TooMany());
    }

    @Test
    void a_copy_has_its_own_name_and_all_branches() {
        Begun begun = history.begin("n1", question("a"));
        history.exchanges().add(begun.chat(), OptionalLong.of(begun.exchange()), question("b"));
        long edited = history.exchanges().add(begun.chat(), OptionalLong.of(begun.exchange()), question("B"));
        SavedChat chat = read(begun.chat());

        long copy = history.add("n2", chat.title(), chat.branches().all(), OptionalLong.of(edited), NOON);

        assertThat(read(copy).name()).isEqualTo("n2");
        assertThat(read(copy).branches().all()).hasSize(3);
        assertThat(read(copy).branches().shown())
                .extracting(exchange -> exchange.question().text())
                .containsExactly("a", "B");
        history.chats().remove(List.of(begun.chat()), NOON);
        history.chats().purge();
        assertThat(read(copy).branches().all()).hasSize(3);
    }

    @Test
    void a_chat_that_is_gone_is_no_error() {
        history.chats().keepDraft(77, "x");
        history.chats().rename(77, "x");
        history.exchanges().write(77, "x");

        assertThat(history.read(77)).isEqualTo(Optional.empty());
    }
}
