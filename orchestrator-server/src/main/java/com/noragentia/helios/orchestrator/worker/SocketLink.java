/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.worker;

import com.noragentia.helios.orchestrator.dispatch.LeasedTask;
import com.noragentia.helios.orchestrator.dispatch.WorkerLink;
import com.noragentia.helios.orchestrator.dispatch.WrittenAnswer;
import com.noragentia.helios.protocol.api.SkipReason;
import com.noragentia.helios.protocol.message.ToWorker;
import com.noragentia.helios.protocol.task.Attachment;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;

/** Says to a worker what dispatch wants of it. What needs a lock is done later, on another thread than dispatch's. */
record SocketLink(WorkerSocket socket, FileLinks links, Assignments assignments, Courier courier, Executor later)
        implements WorkerLink {

    @Override
    public void run(LeasedTask task) {
        Map<String, URI> blobs = new HashMap<>();
        for (Attachment attachment : task.input().attachments()) {
            blobs.put(attachment.blob(), links.link(attachment.blob(), task.lease()));
        }
        courier.send(
                socket,
                new ToWorker.RunTask(
                        task.lease(),
                        task.task(),
                        task.model(),
                        task.attempt(),
                        task.expiresAt(),
                        task.nextIndex(),
                        task.input(),
                        task.conversation().orElse(null),
                        blobs,
                        task.seed().isPresent() ? task.seed().getAsLong() : null,
                        task.written().isEmpty() ? null : pieces(task.written()),
                        task.own() ? true : null));
    }

    private static List<ToWorker.Piece> pieces(List<WrittenAnswer.Piece> written) {
        return written.stream()
                .map(piece -> new ToWorker.Piece(piece.text(), piece.tokens()))
                .toList();
    }

    @Override
    public void cancel(String lease) {
        courier.send(socket, new ToWorker.CancelTask(lease));
    }

    @Override
    public void passedOver(Map<SkipReason, Integer> skips) {
        courier.send(socket, new ToWorker.Skipped(skips));
    }

    @Override
    public void reload(String model) {
        later.execute(() -> assignments.renew(model));
    }
}
