/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat;

import com.noragentia.helios.desktop.supervisor.NetworkEvent;
import com.noragentia.helios.desktop.supervisor.WorkerWatch;
import com.noragentia.helios.protocol.api.SkipReason;
import com.noragentia.helios.worker.agent.WorkerReport;
import java.util.Map;

/** The worker of the screenshots. */
final class DemoWorker {

    private DemoWorker() {}

    /** One that has nothing to do, for a reason. */
    static WorkerWatch idle() {
        WorkerWatch watch = new WorkerWatch(wish -> {});
        watch.accept(new NetworkEvent.Worker(new WorkerReport.Connected("session")));
        watch.accept(new NetworkEvent.Worker(new WorkerReport.PassedOver(Map.of(SkipReason.MODEL_NOT_HOSTED, 40))));
        return watch;
    }
}
