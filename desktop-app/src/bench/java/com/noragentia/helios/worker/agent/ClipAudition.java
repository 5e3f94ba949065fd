/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.agent;

import com.noragentia.helios.protocol.task.Attachment;
import com.noragentia.helios.protocol.task.FileType;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.task.TaskInput;
import com.noragentia.helios.protocol.task.TaskOutput;
import com.noragentia.helios.protocol.task.Utterance;
import com.noragentia.helios.worker.expert.LoadedModel;
import com.noragentia.helios.worker.expert.audio.SpokenSample;
import com.noragentia.helios.worker.expert.audio.Transcript;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How often the listener that comes with Helios hears each sentence of a folder of recordings right, in company as in a check of it:
 * {@code ClipAudition <project> <recordings>}. The recordings are made by {@code assets/canaries/clips.py}.
 */
public final class ClipAudition {

    private static final long AROUND_MILLIS = 600;

    private final Map<String, List<String>> heard = new TreeMap<>();

    private ClipAudition() {}

    public static void main(String[] arguments) throws Exception {
        Path recordings = Path.of(arguments[1]);
        ClipAudition audition = new ClipAudition();
        Path catalogue = Path.of(arguments[0]).resolve("assets/catalogue/bundled.json");
        try (Workshop workshop = Workshop.open(catalogue, Files.createTempDirectory("helios-audition"));
                LoadedModel model = workshop.load("helios-listen-1")) {
            for (SpokenSample sample : SpokenSample.of(recordings)) {
                audition.listen(model, sample, recordings.resolve(sample.file()));
            }
        }
        audition.print();
    }

    private void listen(LoadedModel model, SpokenSample sample, Path file) throws Exception {
        Attachment recording = new Attachment("0".repeat(64), sample.file(), FileType.WAV, Files.size(file));
        TaskInput input = new TaskInput.Audio(Language.EN, "", List.of(recording));
        TaskOutput.Audio output =
                (TaskOutput.Audio) Workshop.once(model, input, one -> file).output();
        for (Transcript.Segment said : sample.sentences()) {
            heard.computeIfAbsent(said.text(), text -> new ArrayList<>()).add(during(said, output.utterances()));
        }
    }

    private static String during(Transcript.Segment said, List<Utterance> utterances) {
        long from = Math.round(said.start() * 1000) - AROUND_MILLIS;
        long to = Math.round(said.end() * 1000) + AROUND_MILLIS;
        return utterances.stream()
                .filter(one -> one.startMillis() >= from && one.startMillis() < to)
                .map(Utterance::text)
                .collect(Collectors.joining(" "));
    }

    private void print() {
        heard.forEach((said, texts) -> {
            List<String> wrong =
                    texts.stream().filter(text -> !text.equals(said)).toList();
            System.out.println(texts.size() - wrong.size() + " of " + texts.size() + "\t" + said + "\t"
                    + String.join(" | ", wrong));
        });
    }
}
