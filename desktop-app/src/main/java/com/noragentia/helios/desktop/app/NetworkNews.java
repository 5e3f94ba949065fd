/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.app;

import com.noragentia.helios.desktop.supervisor.NetworkEvent;
import com.noragentia.helios.language.IdlePhrases;
import com.noragentia.helios.language.ModelPhrases;
import com.noragentia.helios.protocol.api.SkipReason;
import com.noragentia.helios.protocol.task.Expert;
import com.noragentia.helios.worker.agent.WorkerReport;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Tells in plain words how a network on this computer comes up. Thread-safe. */
final class NetworkNews implements Consumer<NetworkEvent> {

    private final Surroundings around;
    private final Set<String> told = new HashSet<>();
    private Optional<SkipReason> idle = Optional.empty();

    NetworkNews(Surroundings around) {
        this.around = around;
    }

    @Override
    public synchronized void accept(NetworkEvent event) {
        switch (event) {
            case NetworkEvent.OrchestratorReady ready ->
                once("up.orchestrator", ready.address().toString());
            case NetworkEvent.Open open -> {
                once("up.address", open.address().toString());
                once("up.how-to-ask");
                once("up.how-to-stop");
            }
            case NetworkEvent.Worker worker -> tell(worker.report());
            case NetworkEvent.GivenUp givenUp -> {} // the command that waits for the network tells
            case NetworkEvent.Trouble trouble ->
                once("up.trouble", around.folder().logs().toString());
        }
    }

    private void tell(WorkerReport report) {
        switch (report) {
            case WorkerReport.Connected connected -> once("up.worker");
            case WorkerReport.Ready ready -> once("up.model", ready.model(), names(ready.experts()));
            case WorkerReport.Declined declined -> tellDeclined(declined);
            case WorkerReport.PassedOver passedOver -> tellWhyIdle(passedOver.counts());
            case WorkerReport.LedgerDoubted doubted ->
                once(doubted.isRollback() ? "up.ledger-rolled-back" : "up.ledger-doubted");
            case WorkerReport.LedgerGoesOn g -> once("up.ledger-goes-on");
            case WorkerReport.Connecting c -> {}
            case WorkerReport.Loading l -> {}
            case WorkerReport.Fetching f -> {}
            case WorkerReport.TaskStarted t -> {}
            case WorkerReport.TaskEnded t -> {}
            case WorkerReport.Disconnected d ->
                new IdlePhrases(around.language()).away(d.phrase()).ifPresent(this::sayOnce);
            case WorkerReport.Policy policy -> {} // “helios worker why” tells
            case WorkerReport.Stopping s -> {}
        }
    }

    private void tellDeclined(WorkerReport.Declined declined) {
        ModelPhrases words = new ModelPhrases(around.language());
        String phrase = declined.phrase();
        if (phrase != null && words.has(phrase)) {
            once(
                    "up.model-declined-for",
                    words.sentence(phrase, declined.values().toArray()));
        } else {
            once("up.model-declined", declined.model());
        }
    }

    /** Once, until the reason is another: the number changes all the time. */
    private void tellWhyIdle(Map<SkipReason, Integer> counts) {
        Optional<SkipReason> chief = IdlePhrases.chief(counts);
        if (!chief.equals(idle)) {
            idle = chief;
            around.terminal().out().println(new IdlePhrases(around.language()).sentence(counts));
        }
    }

    private String names(List<Expert> experts) {
        return experts.stream()
                .map(expert -> around.phrases().say("expert." + expert.name().toLowerCase(Locale.ROOT)))
                .collect(Collectors.joining(", "));
    }

    /** A restart of a child is no news to a person. */
    private void once(String key, Object... values) {
        sayOnce(around.phrases().say(key, values));
    }

    private void sayOnce(String line) {
        if (told.add(line)) {
            around.terminal().out().println(line);
        }
    }
}
