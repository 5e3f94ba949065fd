/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.job;

import com.noragentia.helios.protocol.api.JobRequest;
import com.noragentia.helios.protocol.api.Limit;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.protocol.task.Expert;
import com.noragentia.helios.protocol.task.TaskInput;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Which model a job waits for: the one it names, or any that serves its expert to everybody. Where some of these do not read files and there
 * are some, the first that does.
 */
final class ModelChoice {

    private final Supplier<List<ModelOnOffer>> offers;
    private final List<ModelOnOffer> installable;

    /**
     * A choice.
     *
     * @param offers all models on offer, the preferred one of an expert first
     * @param installable those that whoever runs the network could add
     */
    ModelChoice(Supplier<List<ModelOnOffer>> offers, List<ModelOnOffer> installable) {
        this.offers = offers;
        this.installable = installable;
    }

    /**
     * The model to name to dispatch; empty where any will do.
     *
     * @throws ProblemException {@code model-missing} where there is none, {@code model-unknown} where there is none of that name
     */
    Optional<String> of(JobRequest request) {
        TaskInput input = request.input();
        boolean hasFiles = !input.attachments().isEmpty();
        List<ModelOnOffer> able = offers.get().stream()
                .filter(model -> model.fits(input.expert(), hasFiles))
                .toList();
        String wish = request.model();
        if (wish != null && !wish.equals(JobRequest.ANY_MODEL)) {
            return Optional.of(named(wish, able, input.expert(), hasFiles));
        }
        ModelOnOffer preferred = able.stream()
                .filter(model -> !model.namedOnly())
                .findFirst()
                .orElseThrow(() -> missing(input.expert(), able));
        boolean wouldAnyDo = offers.get().stream()
                .filter(model -> !model.namedOnly() && model.fits(input.expert(), false))
                .allMatch(able::contains);
        return wouldAnyDo ? Optional.empty() : Optional.of(preferred.id());
    }

    private String named(String wish, List<ModelOnOffer> able, Expert expert, boolean hasFiles) {
        if (Limit.MODEL_CHARACTERS.isPassedBy(wish.length())) {
            throw QuestionRules.passed(Limit.MODEL_CHARACTERS, "a model's name is at most 64 characters");
        }
        return able.stream()
                .map(ModelOnOffer::id)
                .filter(wish::equals)
                .findFirst()
                .orElseThrow(() -> unable(wish, able, expert, hasFiles));
    }

    /** A name that nobody bears, or that of a model which is for something else: what to do about it differs. */
    private ProblemException unable(String wish, List<ModelOnOffer> able, Expert expert, boolean hasFiles) {
        Map<String, String> values = new TreeMap<>();
        values.put("model", wish);
        values.put("offered", names(able));
        Optional<ModelOnOffer> here = find(offers.get(), wish);
        if (here.isPresent()) {
            values.put("reason", hasFiles && here.get().readsNoFiles() ? "reads-no-files" : "other-questions");
        } else if (find(installable, wish)
                .filter(model -> model.fits(expert, hasFiles) || (expert == Expert.IMAGE && model.looks()))
                .isPresent()) {
            values.put("reason", "not-installed");
        }
        return new ProblemException(ProblemCode.MODEL_UNKNOWN, "no model of this name answers such questions", values);
    }

    private static Optional<ModelOnOffer> find(List<ModelOnOffer> models, String id) {
        return models.stream().filter(model -> model.id().equals(id)).findFirst();
    }

    /** What only demonstrates is told of: whoever asks may name it. */
    private static ProblemException missing(Expert expert, List<ModelOnOffer> able) {
        String name = expert.name().toLowerCase(Locale.ROOT);
        return new ProblemException(
                ProblemCode.MODEL_MISSING,
                "the catalogue has no model for this expert",
                able.isEmpty()
                        ? Map.of("expert", name)
                        : Map.of("expert", name, "reason", name, "offered", names(able)));
    }

    private static String names(List<ModelOnOffer> models) {
        return models.stream().map(ModelOnOffer::id).collect(Collectors.joining(", "));
    }
}
