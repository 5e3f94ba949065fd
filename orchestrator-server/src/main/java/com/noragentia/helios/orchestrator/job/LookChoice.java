/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.job;

import com.noragentia.helios.orchestrator.dispatch.LaneKey;
import com.noragentia.helios.protocol.api.JobRequest;
import com.noragentia.helios.protocol.api.Limit;
import com.noragentia.helios.protocol.task.Sight;
import com.noragentia.helios.protocol.task.TaskInput;
import com.noragentia.helios.protocol.task.TaskInput.Unseen;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a question about pictures is looked at for: all that the network can, where the words ask what they show, and what is named models' work, where
 * such are named: several, with commas between them. What no model is on offer for, or nobody online hosts, is told instead.
 */
final class LookChoice {

    private static final String BETWEEN_NAMES = ",";
    /** One for each thing to look for, with what stands between. */
    private static final long MOST_CHARACTERS = Sight.values().length * (Limit.MODEL_CHARACTERS.value() + 2);

    private final Supplier<List<ModelOnOffer>> offers;
    private final ModelChoice models;
    private final Predicate<LaneKey> possible;

    /**
     * @param models who says what is wrong with a name
     * @param possible whether anybody online could serve a lane, now or soon
     */
    LookChoice(Supplier<List<ModelOnOffer>> offers, ModelChoice models, Predicate<LaneKey> possible) {
        this.offers = offers;
        this.models = models;
        this.possible = possible;
    }

    /**
     * Empty where nothing but text is wanted, and of no pictures.
     *
     * @throws com.noragentia.helios.protocol.api.ProblemException {@code model-unknown} where a name is none of a model for pictures
     */
    Optional<Looking> of(JobRequest request) {
        if (!(request.input() instanceof TaskInput.Image image)) {
            return Optional.empty();
        }
        if (request.model() != null && request.model().length() > MOST_CHARACTERS) {
            throw QuestionRules.passed(Limit.MODEL_CHARACTERS, "the names of models are too long");
        }
        List<ModelOnOffer> offered = offers.get();
        SortedMap<Sight, Optional<String>> named = named(request, offered);
        boolean namesEyes = named.containsKey(Sight.DESCRIPTION) || named.containsKey(Sight.OBJECTS);
        if (!namesEyes && !PictureWish.ofLook(image.question())) {
            return Optional.empty();
        }
        return Optional.of(image.question().isBlank() ? new Looking(named, List.of()) : everything(named, offered));
    }

    private SortedMap<Sight, Optional<String>> named(JobRequest request, List<ModelOnOffer> offered) {
        SortedMap<Sight, Optional<String>> named = new TreeMap<>();
        for (String name : names(request.model())) {
            List<Sight> sights = offered.stream()
                    .filter(model -> model.id().equals(name))
                    .flatMap(model -> sights().filter(sight -> model.experts().contains(sight.expert())))
                    .toList();
            if (sights.isEmpty()) {
                models.of(new JobRequest(request.input(), null, name)); // says why not
            }
            sights.forEach(sight -> named.put(sight, Optional.of(name)));
        }
        return named;
    }

    private static List<String> names(@Nullable String wish) {
        if (wish == null || wish.equals(JobRequest.ANY_MODEL)) {
            return List.of();
        }
        return Stream.of(wish.split(BETWEEN_NAMES, -1)).map(String::strip).toList();
    }

    private static Stream<Sight> sights() {
        return Arrays.stream(Sight.values());
    }

    private Looking everything(SortedMap<Sight, Optional<String>> named, List<ModelOnOffer> offered) {
        SortedMap<Sight, Optional<String>> wanted = new TreeMap<>(named);
        List<Unseen> unseen = new ArrayList<>();
        for (Sight sight : Sight.values()) {
            boolean isOffered = of(offered, sight).anyMatch(model -> !model.namedOnly());
            if (sight == Sight.TEXT || (isOffered && possible.test(LaneKey.of(sight.expert())))) {
                wanted.putIfAbsent(sight, Optional.empty());
            } else if (!wanted.containsKey(sight)) {
                String demonstration =
                        of(offered, sight).map(ModelOnOffer::id).findFirst().orElse(null);
                unseen.add(new Unseen(sight, isOffered, isOffered ? null : demonstration));
            }
        }
        return new Looking(wanted, unseen);
    }

    private static Stream<ModelOnOffer> of(List<ModelOnOffer> offered, Sight sight) {
        return offered.stream().filter(model -> model.experts().contains(sight.expert()));
    }
}
