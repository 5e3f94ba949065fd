/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.app;

import com.noragentia.helios.desktop.network.NetworkClient;
import com.noragentia.helios.desktop.supervisor.PortChoice;
import com.noragentia.helios.desktop.supervisor.ProgramFiles;
import com.noragentia.helios.installation.RunningNetwork;
import com.noragentia.helios.language.Phrases;
import com.noragentia.helios.protocol.api.NetworkSummary;
import com.noragentia.helios.protocol.api.ProblemException;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Looks at the network of this computer: is it installed, does it run, can it answer? */
final class NetworkExamination {

    private final Surroundings around;
    private final Phrases phrases;

    NetworkExamination(Surroundings around) {
        this.around = around;
        this.phrases = around.phrases();
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>(List.of(program()));
        Optional<RunningNetwork> running = RunningNetwork.of(around.folder());
        if (running.isPresent()) {
            findings.addAll(network(running.get().url()));
        } else {
            findings.add(port());
            findings.add(new Finding.Optional(
                    phrases.say("doctor.network.none"), phrases.say("doctor.network.none.advice")));
        }
        return findings;
    }

    private Finding program() {
        try {
            ProgramFiles.ofThisProcess().requireServerJar();
            return new Finding.Good(phrases.say("doctor.program"));
        } catch (ProblemException e) {
            return missing("doctor.program");
        }
    }

    private Finding port() {
        String port = Integer.toString(PortChoice.USUAL);
        return PortChoice.isFree(PortChoice.USUAL)
                ? new Finding.Good(phrases.say("doctor.port", port))
                : new Finding.Optional(phrases.say("doctor.port", port), phrases.say("doctor.port.advice", port));
    }

    private List<Finding> network(URI address) {
        try (NetworkClient client = new NetworkAccess(around, new StatusLine(around.terminal())).client(address)) {
            NetworkSummary summary = client.summary();
            return List.of(
                    new Finding.Good(phrases.say("doctor.network", address.toString())),
                    worker(summary),
                    models(summary));
        } catch (ProblemException | IOException e) {
            return List.of(missing("doctor.network", address.toString()));
        }
    }

    private Finding worker(NetworkSummary summary) {
        return summary.workersOnline() > 0
                ? new Finding.Good(phrases.say("doctor.worker", summary.workersOnline()))
                : missing("doctor.worker", summary.workersOnline());
    }

    private Finding models(NetworkSummary summary) {
        String ready = summary.models().stream()
                .filter(model -> model.workersReady() > 0)
                .map(NetworkSummary.ModelAvailability::model)
                .distinct()
                .collect(Collectors.joining(", "));
        return ready.isEmpty() ? missing("doctor.models", "–") : new Finding.Good(phrases.say("doctor.models", ready));
    }

    private Finding missing(String key, Object... values) {
        return new Finding.Missing(phrases.say(key, values), phrases.say(key + ".advice", values));
    }
}
