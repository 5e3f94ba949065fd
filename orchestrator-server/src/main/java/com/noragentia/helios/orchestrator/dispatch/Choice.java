/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import java.util.List;

/** Who gets a task. */
sealed interface Choice {

    /**
     * @param model id of the model to use
     * @param own whether the device is the asking member's, who pays nothing
     * @param queueMillis what it will still do before
     * @param workMillis what it will work on this task, by the forecast
     */
    record Chosen(OnlineWorker worker, String model, boolean own, double queueMillis, double workMillis)
            implements Choice {

        double predictedMillis() {
            return queueMillis + workMillis;
        }
    }

    /** Nobody who serves the lane has a hand free. */
    record NoneFree() implements Choice {}

    /**
     * Whoever has a hand free had the task before and could not.
     *
     * @param failed what giving it back to each of them would mean, the soonest free and fastest first
     * @param othersServe whether somebody who has not failed it serves the lane and is only busy now
     */
    record NoneMay(List<Chosen> failed, boolean othersServe) implements Choice {}
}
