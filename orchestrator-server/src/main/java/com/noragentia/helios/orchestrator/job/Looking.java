/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.job;

import com.noragentia.helios.orchestrator.dispatch.LaneKey;
import com.noragentia.helios.protocol.task.Sight;
import com.noragentia.helios.protocol.task.TaskInput;
import com.noragentia.helios.protocol.task.TaskInput.Unseen;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What pictures are looked at for.
 *
 * @param models by what is looked for, at least one: id of the model that the member named for it; empty for any
 * @param unseen what nobody can look for
 */
record Looking(SortedMap<Sight, Optional<String>> models, List<Unseen> unseen) {

    Looking {
        models = Collections.unmodifiableSortedMap(new TreeMap<>(models));
        unseen = List.copyOf(unseen);
    }

    List<Sight> sights() {
        return List.copyOf(models.keySet());
    }

    /** The model that was named for text; empty for any. */
    Optional<String> reader() {
        return models.getOrDefault(Sight.TEXT, Optional.empty());
    }

    /**
     * The same where only the member's own computers may answer: what none of them can is told at once, not waited for. Text stays in any case, since who
     * reads it puts all of it into words.
     *
     * @param possible whether one of them could serve a lane, now or soon
     */
    Looking onOwn(Predicate<LaneKey> possible) {
        SortedMap<Sight, Optional<String>> left = new TreeMap<>();
        List<Unseen> all = new ArrayList<>(unseen);
        models.forEach((sight, model) -> {
            if (sight == Sight.TEXT || possible.test(new LaneKey(sight.expert(), model))) {
                left.put(sight, model);
            } else {
                all.add(new Unseen(sight, true, null, TaskInput.Absence.OWN_ONLY));
            }
        });
        if (left.isEmpty()) {
            left.put(Sight.TEXT, Optional.empty());
        }
        all.sort(Comparator.comparing(Unseen::sight));
        return new Looking(left, all);
    }
}
