/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.job;

import com.noragentia.helios.protocol.task.Sight;
import com.noragentia.helios.protocol.task.TaskInput.Unseen;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

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
}
