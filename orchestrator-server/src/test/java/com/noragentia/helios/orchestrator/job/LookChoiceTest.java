/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.noragentia.helios.orchestrator.dispatch.LaneKey;
import com.noragentia.helios.protocol.api.JobRequest;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.protocol.task.Attachment;
import com.noragentia.helios.protocol.task.Expert;
import com.noragentia.helios.protocol.task.FileType;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.task.Sight;
import com.noragentia.helios.protocol.task.TaskInput;
import com.noragentia.helios.protocol.task.TaskInput.Unseen;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a picture is looked at for follows from the words, the names, and what the network can. */
final class LookChoiceTest {

    private static final Attachment FILE = new Attachment("0".repeat(64), "a.png", FileType.PNG, 1);
    private static final ModelOnOffer READS = new ModelOnOffer("reads", Set.of(Expert.IMAGE), false);
    private static final ModelOnOffer TELLS = new ModelOnOffer("tells", Set.of(Expert.DESCRIPTION), false);
    private static final ModelOnOffer SHOWS = new ModelOnOffer("shows", Set.of(Expert.DESCRIPTION), true);
    private static final ModelOnOffer FINDS = new ModelOnOffer("finds", Set.of(Expert.OBJECTS), true);
    private static final ModelOnOffer KNOWN = new ModelOnOffer("known", Set.of(Expert.OBJECTS), false);
    private static final ModelOnOffer CHATS = new ModelOnOffer("chats", Set.of(Expert.CHAT), false);

    private static Optional<Looking> look(
            String question, @Nullable String model, Set<Expert> online, ModelOnOffer... offers) {
        ModelChoice models = new ModelChoice(() -> List.of(offers), List.of(KNOWN));
        LookChoice choice =
                new LookChoice(() -> List.of(offers), models, (LaneKey lane) -> online.contains(lane.expert()));
        return choice.of(new JobRequest(new TaskInput.Image(Language.EN, question, List.of(FILE)), null, model));
    }

    private static Looking looking(Map<Sight, Optional<String>> models, Unseen... unseen) {
        return new Looking(new TreeMap<>(models), List.of(unseen));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "What does it say?", "What is the total?"})
    void who_asks_for_text_gets_no_look(String question) {
        assertThat(look(question, null, Set.of(Expert.DESCRIPTION), READS, TELLS))
                .isEmpty();
        assertThat(look(question, "reads", Set.of(Expert.DESCRIPTION), READS, TELLS))
                .isEmpty();
        assertThat(look(question, "auto", Set.of(), READS)).isEmpty();
    }

    @Test
    void who_asks_what_it_is_gets_all_that_the_network_can_and_hears_what_it_cannot() {
        assertThat(look("What is this?", null, Set.of(Expert.DESCRIPTION), READS, TELLS, FINDS))
                .contains(looking(
                        Map.of(Sight.TEXT, Optional.empty(), Sight.DESCRIPTION, Optional.empty()),
                        new Unseen(Sight.OBJECTS, false, "finds")));
        assertThat(look("¿Qué es esto?", null, Set.of(), READS))
                .contains(looking(
                        Map.of(Sight.TEXT, Optional.empty()),
                        new Unseen(Sight.DESCRIPTION, false, null),
                        new Unseen(Sight.OBJECTS, false, null)));
    }

    @Test
    void what_is_installed_and_hosted_by_nobody_is_told_apart() {
        assertThat(look("What is this?", null, Set.of(), READS, TELLS, SHOWS, FINDS))
                .contains(looking(
                        Map.of(Sight.TEXT, Optional.empty()),
                        new Unseen(Sight.DESCRIPTION, true, null),
                        new Unseen(Sight.OBJECTS, false, "finds")));
    }

    @Test
    void several_models_may_be_named() {
        Optional<Looking> all = look("What is this?", "shows, finds", Set.of(), READS, TELLS, SHOWS, FINDS);

        assertThat(all)
                .contains(looking(Map.of(
                        Sight.TEXT,
                        Optional.empty(),
                        Sight.DESCRIPTION,
                        Optional.of("shows"),
                        Sight.OBJECTS,
                        Optional.of("finds"))));
        assertThat(look("", "finds", Set.of(), READS, FINDS))
                .as("without a question, only what was named")
                .contains(looking(Map.of(Sight.OBJECTS, Optional.of("finds"))));
        assertThat(look("How many are red?", "finds", Set.of(), READS, FINDS))
                .contains(looking(
                        Map.of(Sight.TEXT, Optional.empty(), Sight.OBJECTS, Optional.of("finds")),
                        new Unseen(Sight.DESCRIPTION, false, null)));
    }

    @Test
    void a_model_that_could_be_installed_is_told_as_such() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> look("What is this?", "known", Set.of(), READS))
                .satisfies(e -> assertThat(e.problem().values()).containsEntry("reason", "not-installed"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "shows,nobody", "shows,,finds", ",", "shows,chats"})
    void a_name_that_is_none_of_a_model_for_pictures_is_refused(String names) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> look("What is this?", names, Set.of(), READS, SHOWS, FINDS, CHATS))
                .satisfies(e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.MODEL_UNKNOWN));
    }

    @Test
    void endless_names_are_refused() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> look("What is this?", "shows,".repeat(100), Set.of(), READS, SHOWS))
                .satisfies(e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.REQUEST_INVALID));
    }

    @Test
    void only_pictures_are_looked_at() {
        TaskInput chat = new TaskInput.Chat(Language.EN, "What is this?", List.of(), List.of());
        LookChoice choice =
                new LookChoice(() -> List.of(CHATS), new ModelChoice(() -> List.of(CHATS), List.of()), _ -> true);

        assertThat(choice.of(new JobRequest(chat))).isEmpty();
    }
}
