/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.app;

import com.noragentia.helios.desktop.network.NetworkClient;
import com.noragentia.helios.desktop.network.ScanProgress;
import com.noragentia.helios.desktop.network.WaitWatch;
import com.noragentia.helios.installation.LogFile;
import com.noragentia.helios.language.Phrases;
import com.noragentia.helios.protocol.api.JobRequest;
import com.noragentia.helios.protocol.api.JobResult;
import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.protocol.task.Attachment;
import com.noragentia.helios.protocol.task.Expert;
import com.noragentia.helios.protocol.wire.JsonCodec;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code helios ask}: one question, answered on the spot. */
@Command(name = "ask", mixinStandardHelpOptions = true)
final class AskCommand implements Callable<Integer> {

    private final HeliosMain main;

    @Option(names = "--file", paramLabel = "FILE")
    private List<Path> files = List.of();

    @Option(names = "--expert", paramLabel = "EXPERT")
    private @Nullable Expert expert;

    @Option(names = "--model", paramLabel = "MODEL")
    private @Nullable String model;

    @Option(names = "--summary")
    private boolean summary;

    @Option(names = "--subtitles", paramLabel = "FILE")
    private @Nullable Path subtitles;

    @Option(names = "--json")
    private boolean json;

    @Option(names = "--orchestrator", paramLabel = "URL")
    private @Nullable URI orchestrator;

    @Parameters(paramLabel = "QUESTION", arity = "0..*")
    private List<String> words = List.of();

    AskCommand(HeliosMain main) {
        this.main = main;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Surroundings around = main.surroundings();
        LogFile.open(around.folder(), "ask");
        Question question =
                Question.of(String.join(" ", words), files, Optional.ofNullable(expert), summary, around.language());
        StatusLine status = new StatusLine(around.terminal());
        if (subtitles == null) {
            ask(question, around, status);
        } else {
            try (SubtitleFile file = SubtitleFile.at(subtitles, question, files.size())) {
                Optional<JobResult> heard = ask(question, around, status);
                if (heard.isPresent()) {
                    file.write(heard.get().output());
                    status.tell(around.phrases()
                            .say("ask.subtitles", Terminal.harmless(file.place().toString())));
                }
            }
        }
        return ExitCode.OK.number();
    }

    private Optional<JobResult> ask(Question question, Surroundings around, StatusLine status)
            throws IOException, InterruptedException {
        try (NetworkClient network =
                new NetworkAccess(around, status).open(Optional.ofNullable(orchestrator), question.expert(), model())) {
            return ask(network, question, around, status);
        } finally {
            status.clear();
        }
    }

    private Optional<String> model() {
        return Optional.ofNullable(model).filter(name -> !name.equals(JobRequest.ANY_MODEL));
    }

    /** Empty where Ctrl-C took the question back. */
    private Optional<JobResult> ask(NetworkClient network, Question question, Surroundings around, StatusLine status)
            throws InterruptedException {
        List<Attachment> attachments = upload(network, around, status);
        AnswerView view = new AnswerView(around, status, !json);
        CancelOnInterrupt hook = CancelOnInterrupt.watch(network, around);
        Optional<Answered> answered =
                follow(network, new JobRequest(question.input(attachments), null, model), view, hook);
        if (answered.isEmpty()) {
            return Optional.empty();
        }
        String job = answered.get().job();
        JobResult result = answered.get().result();
        if (json) {
            around.terminal().out().println(JsonCodec.encodeToString(AskReport.of(job, result)));
        } else {
            view.conclude(result);
        }
        return Optional.of(result);
    }

    record Answered(String job, JobResult result) {}

    /** Empty where Ctrl-C took the question back, which was told already. */
    static Optional<Answered> follow(NetworkClient network, JobRequest request, AnswerView view, CancelOnInterrupt hook)
            throws InterruptedException {
        try (hook) {
            String job = network.submit(request);
            hook.accepted(job);
            try (WaitWatch watch = new WaitWatch(network, job, view, view::explain)) {
                network.follow(job, watch);
            }
            hook.done();
            return Optional.of(new Answered(job, view.result()));
        } catch (ProblemException e) {
            if (hook.hasTakenOver()) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private List<Attachment> upload(NetworkClient network, Surroundings around, StatusLine status) {
        if (!files.isEmpty()) {
            status.show(around.phrases().say("ask.uploading"));
        }
        return files.stream()
                .map(file -> network.upload(file, reading(file, around.phrases(), status)))
                .toList();
    }

    private static ScanProgress reading(Path file, Phrases phrases, StatusLine status) {
        return new ScanProgress() {
            @Override
            public void read(int pages, int of) {
                status.show(phrases.say("ask.steps", phrases.say("ask.phase.recognising"), pages, of));
            }

            @Override
            public void goesAsItIs() {
                status.tell(phrases.say("ask.as-it-is", String.valueOf(file.getFileName())));
            }
        };
    }
}
