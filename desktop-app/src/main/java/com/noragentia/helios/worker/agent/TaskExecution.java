/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.agent;

import com.noragentia.helios.protocol.api.Limit;
import com.noragentia.helios.protocol.api.Phase;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.message.FromWorker;
import com.noragentia.helios.protocol.message.ToWorker;
import com.noragentia.helios.protocol.task.Attachment;
import com.noragentia.helios.protocol.wire.JsonCodec;
import com.noragentia.helios.worker.expert.Answer;
import com.noragentia.helios.worker.expert.ModelFailure;
import com.noragentia.helios.worker.expert.ModelTask;
import com.noragentia.helios.worker.expert.WrittenPiece;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs one leased task from its attachments to its last word. Thread-safe; each run has a thread of its own. */
final class TaskExecution {

    private static final Logger LOG = LoggerFactory.getLogger(TaskExecution.class);

    private final HostedModels models;
    private final AttachmentFetcher fetcher;
    private final Path temporary;

    /** @param temporary where the folders of tasks are made */
    TaskExecution(HostedModels models, AttachmentFetcher fetcher, Path temporary) {
        this.models = models;
        this.fetcher = fetcher;
        this.temporary = temporary;
    }

    /** Tasks of a lease's model that are answered side by side. */
    int atOnce(HeldLease lease) {
        return models.atOnce(lease.model());
    }

    /**
     * Runs the task.
     *
     * @return the last word on it
     * @throws InterruptedException if it was cancelled
     */
    FromWorker run(HeldLease lease) throws InterruptedException {
        Optional<HostedModel> hosted = models.use(lease.model());
        if (hosted.isEmpty()) {
            return TaskFailures.noCapacity(lease.id(), ProblemCode.MODEL_MISSING, "the model is not ready here");
        }
        try {
            return fitting(lease, answer(lease, hosted.get()));
        } catch (InterruptedException e) {
            throw e;
        } catch (ModelFailure e) {
            if (e.isOfTask()) {
                LOG.info("lease {} is not answered here: {}", lease.id(), e.getMessage());
            } else {
                LOG.warn("lease {} found its model broken", lease.id());
                models.dismiss(lease.model(), hosted.get());
            }
            return TaskFailures.of(lease.id(), e);
        } catch (Exception | LinkageError | OutOfMemoryError | StackOverflowError e) {
            // The class is enough for the log: the message may hold what a member wrote.
            LOG.warn("lease {} failed: {}", lease.id(), e.getClass().getName());
            return TaskFailures.of(lease.id(), e);
        } finally {
            hosted.get().release();
        }
    }

    private Answer answer(HeldLease lease, HostedModel hosted)
            throws ModelFailure, FetchFailure, IOException, InterruptedException {
        LeaseStream stream = new LeaseStream(lease, System::nanoTime);
        try (TaskFolder folder = TaskFolder.in(temporary)) {
            fetch(lease.task(), folder, stream);
            Answer answer = hosted.model().answer(modelTask(lease.task()), folder, stream);
            stream.flush();
            return answer;
        }
    }

    private static ModelTask modelTask(ToWorker.RunTask task) {
        List<ToWorker.Piece> written = task.written() == null ? List.of() : task.written();
        return new ModelTask(
                task.input(),
                Optional.ofNullable(task.conversation()),
                task.seed() == null ? 0 : task.seed(),
                written.stream()
                        .map(piece -> new WrittenPiece(piece.text(), piece.tokens()))
                        .toList());
    }

    private void fetch(ToWorker.RunTask task, TaskFolder folder, LeaseStream stream)
            throws FetchFailure, InterruptedException {
        List<Attachment> attachments = task.input().attachments();
        for (int i = 0; i < attachments.size(); i++) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            stream.working(Phase.FETCHING, i, attachments.size());
            Attachment attachment = attachments.get(i);
            if (!folder.has(attachment)) {
                folder.add(attachment, fetcher.fetch(attachment, task.blobs(), folder.path()));
            }
        }
    }

    /** An answer that no message can carry says nothing of the model, which may write others. */
    private static FromWorker fitting(HeldLease lease, Answer answer) {
        FromWorker completed = new FromWorker.Completed(lease.id(), answer.output(), answer.usage());
        boolean fits = !Limit.WORKER_MESSAGE_BYTES.isPassedBy(JsonCodec.encode(completed).length);
        return fits
                ? completed
                : TaskFailures.of(lease.id(), ModelFailure.ofTask("an answer longer than a message may be"));
    }
}
