/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.trust;

import com.noragentia.helios.orchestrator.ledger.Metering;
import com.noragentia.helios.protocol.task.Expert;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * The canaries that Helios knows, by expert, and by model for those that answer only who names them. Descriptions and things in
 * pictures are asked of the demonstration models alone. Thread-safe if its random numbers are.
 */
final class Canaries {

    private final Map<Expert, CanaryKind> kinds = new EnumMap<>(Expert.class);
    private final Map<String, CanaryKind> byModel;
    private final CanaryFiles files;
    private final RandomGenerator random;

    Canaries(CanaryFiles files, RandomGenerator random) {
        this.files = files;
        this.random = random;
        NoticeKind notices = new NoticeKind();
        kinds.put(Expert.CHAT, new ChatKind(notices));
        kinds.put(Expert.DOCUMENT, notices);
        kinds.put(Expert.IMAGE, new PictureKind());
        kinds.put(Expert.EMBEDDING, new LikenessKind());
        SpokenKind recordings = new SpokenKind(ClipBank.load());
        kinds.put(Expert.AUDIO, recordings);
        byModel = Map.of(
                SmallSumKind.MODEL,
                new SmallSumKind(),
                SpokenKind.MODEL,
                recordings,
                FiguresKind.DESCRIBER,
                FiguresKind.TO_DESCRIBE,
                FiguresKind.FINDER,
                FiguresKind.TO_FIND);
    }

    /** One for any of these experts; empty where it knows none for them. */
    Optional<Canary> draw(Set<Expert> experts) {
        Set<Expert> known = EnumSet.copyOf(kinds.keySet());
        known.retainAll(experts);
        if (known.isEmpty()) {
            return Optional.empty();
        }
        Expert expert = Facts.oneOf(List.copyOf(known), random);
        return Optional.of(counted(Objects.requireNonNull(kinds.get(expert))));
    }

    /** One for a model that must be named; empty where it knows none for it. */
    Optional<Canary> drawFor(String model) {
        return Optional.ofNullable(byModel.get(model)).map(this::counted);
    }

    private Canary counted(CanaryKind kind) {
        CountedFiles counted = new CountedFiles(files);
        Canary canary = kind.draw(random, counted);
        return new Canary(canary.question(), canary.answer(), Metering.asked(canary.question(), counted::extent));
    }

    /** Which of these models that must be named is to be checked, rather than what answers everybody; chance decides. */
    Optional<String> pick(Set<Expert> experts, Set<String> named) {
        List<String> known =
                named.stream().filter(byModel::containsKey).sorted().toList();
        int usual = experts.isEmpty() ? 0 : 1;
        int place = known.isEmpty() ? 0 : random.nextInt(known.size() + usual);
        return place < known.size() ? Optional.of(known.get(place)) : Optional.empty();
    }
}
