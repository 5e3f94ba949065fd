/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import com.noragentia.helios.protocol.api.Limit;
import java.util.HashMap;
import java.util.Map;

/**
 * Which models of a worker write several answers side by side, and how many. Immutable.
 *
 * @param byModel more than one each; models that do one thing after another are not in it
 */
record Room(Map<String, Integer> byModel) {

    /** Answers that a worker writes at once, with all its models together. */
    static final int SIDE_BY_SIDE = Limit.ANSWERS_AT_ONCE.intValue();

    /** One thing after another; what is known of a worker that is not there. */
    static final Room IN_LINE = new Room(Map.of());

    static Room of(OnlineWorker worker) {
        Map<String, Integer> byModel = new HashMap<>();
        for (HostedModel model : worker.models().values()) {
            if (model.writesSideBySide()) {
                byModel.put(model.id(), model.atOnce());
            }
        }
        return byModel.isEmpty() ? IN_LINE : new Room(Map.copyOf(byModel));
    }

    int atOnce(String model) {
        return byModel.isEmpty() ? 1 : byModel.getOrDefault(model, 1);
    }

    boolean isSideBySide(String model) {
        return atOnce(model) > 1;
    }
}
