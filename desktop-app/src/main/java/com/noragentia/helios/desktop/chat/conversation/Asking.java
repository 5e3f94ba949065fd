/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat.conversation;

import com.noragentia.helios.desktop.network.NetworkClient;
import com.noragentia.helios.desktop.network.ScanProgress;
import com.noragentia.helios.desktop.network.WaitWatch;
import com.noragentia.helios.desktop.problem.WaitFacts;
import com.noragentia.helios.protocol.api.JobEvent;
import com.noragentia.helios.protocol.api.JobRequest;
import com.noragentia.helios.protocol.api.JobStatus;
import com.noragentia.helios.protocol.api.Phase;
import com.noragentia.helios.protocol.api.Problem;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.protocol.task.Attachment;
import com.noragentia.helios.protocol.task.ChatTurn;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks one question of the network and follows it to its end. {@link #run} blocks; {@link #stop} may be called by any thread. */
final class Asking implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Asking.class);

    private final NetworkClient network;
    private final ChatThreads threads;
    private final Exchange exchange;
    private final List<ChatTurn> history;
    private final String conversation;
    private final AnswerPen pen;
    private final StopSwitch stopSwitch;
    private String worker = "";
    private AnswerState.Parts parts = new AnswerState.Parts(0, 0);
    private AnswerState shown = new AnswerState.Sending();
    private boolean ended;

    Asking(NetworkClient network, ChatThreads threads, Exchange exchange, List<ChatTurn> history, String conversation) {
        this.network = network;
        this.threads = threads;
        this.exchange = exchange;
        this.history = List.copyOf(history);
        this.conversation = conversation;
        this.pen = new AnswerPen(exchange, threads);
        this.stopSwitch = new StopSwitch(network, threads.background());
    }

    @Override
    public void run() {
        try {
            ask();
        } catch (InterruptedException e) {
            end(new AnswerState.Stopped());
        } catch (ProblemException e) {
            end(stopSwitch.isThrown() ? new AnswerState.Stopped() : new AnswerState.Failed(e.problem()));
        } catch (RuntimeException e) {
            // The message could quote the member, so only the kind of error is logged.
            LOG.error("asking failed unexpectedly: {}", e.getClass().getName());
            end(new AnswerState.Failed(Problem.of(ProblemCode.INTERNAL, "the window failed while asking")));
        }
    }

    /** Takes the question back, wherever it stands. Does not block. */
    void stop() {
        stopSwitch.stop();
    }

    private void ask() throws InterruptedException {
        stopSwitch.mayInterruptThisThread();
        List<Attachment> attachments = upload();
        stopSwitch.mustNotInterrupt();
        show(new AnswerState.Sending());
        String job = network.submit(
                new JobRequest(InputShaper.shape(exchange.question(), history, attachments), conversation));
        stopSwitch.jobIs(job);
        if (stopSwitch.isThrown()) {
            network.cancel(job);
        }
        try (WaitWatch watch = new WaitWatch(network, job, this::take, this::explain)) {
            network.follow(job, watch);
        }
        if (!ended) {
            end(new AnswerState.Failed(Problem.of(ProblemCode.NETWORK_UNREACHABLE, "the events ended too early")));
        }
    }

    private List<Attachment> upload() {
        List<Attachment> attachments = new ArrayList<>();
        var files = exchange.question().files();
        for (var file : files) {
            var sending = new AnswerState.Uploading(file.name(), attachments.size() + 1, files.size(), false);
            show(sending);
            attachments.add(network.upload(file.path(), new Reading(sending)));
        }
        return attachments;
    }

    /** Shows how the text of a file is taken out before it goes. */
    private final class Reading implements ScanProgress {

        private final AnswerState.Uploading sending;

        private Reading(AnswerState.Uploading sending) {
            this.sending = sending;
        }

        @Override
        public void read(int pages, int of) {
            show(new AnswerState.Working("", Phase.RECOGNISING, pages, of));
        }

        @Override
        public void goesAsItIs() {
            show(new AnswerState.Uploading(sending.file(), sending.number(), sending.total(), true));
        }
    }

    private void take(JobEvent event) {
        switch (event) {
            case JobEvent.Queued queued -> show(new AnswerState.Waiting(queued.position()));
            case JobEvent.Started started -> {
                worker = started.worker();
                showOnceRead(new AnswerState.Started(worker));
            }
            case JobEvent.Working working ->
                showOnceRead(new AnswerState.Working(worker, working.phase(), working.done(), working.total()));
            case JobEvent.Parts count -> {
                parts = new AnswerState.Parts(count.done(), count.total());
                show(parts);
            }
            case JobEvent.Token token -> {
                showOnceRead(new AnswerState.Working(worker, Phase.WRITING, 0, 0));
                pen.take(token.index(), token.text());
            }
            case JobEvent.Requeued requeued -> {
                pen.rewind(requeued.nextIndex());
                show(new AnswerState.PassedOn());
            }
            case JobEvent.Done done -> {
                pen.finish(done.result().output().text());
                end(new AnswerState.Answered(done.result()));
            }
            case JobEvent.Faulted faulted -> end(new AnswerState.Failed(faulted.problem()));
            case JobEvent.Cancelled cancelled -> end(new AnswerState.Stopped());
            case JobEvent.Expired expired ->
                end(new AnswerState.Failed(Problem.of(ProblemCode.JOB_EXPIRED, "nobody could serve it in time")));
        }
    }

    private void explain(JobStatus status) {
        show(new AnswerState.Explained(WaitFacts.of(status)));
    }

    /** Several workers speak at once while parts are read: then the count says more than what any of them does. */
    private void showOnceRead(AnswerState next) {
        show(parts.areRead() ? next : parts);
    }

    private void end(AnswerState last) {
        ended = true;
        pen.finish();
        threads.ui().execute(() -> exchange.show(last));
    }

    /** Each token says that the worker writes, which is news once; and once the member has pressed stop, only the end is. */
    private void show(AnswerState next) {
        if (!stopSwitch.isThrown() && !next.equals(shown)) {
            shown = next;
            threads.ui().execute(() -> exchange.show(next));
        }
    }
}
