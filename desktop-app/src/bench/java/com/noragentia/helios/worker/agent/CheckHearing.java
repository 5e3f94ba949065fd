/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.agent;

import com.noragentia.helios.protocol.task.Attachment;
import com.noragentia.helios.protocol.task.FileType;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.task.TaskInput;
import com.noragentia.helios.protocol.task.TaskOutput;
import com.noragentia.helios.worker.expert.LoadedModel;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Has the listener that comes with Helios hear all recordings of a folder, each as a task of its own, without a network: {@code CheckHearing
 * <project> <folder>}.
 * Beside {@code 00.wav} comes {@code 00.txt}, what was heard. The orchestrator's {@code CheckRecordings} draws and judges.
 */
public final class CheckHearing {

    private CheckHearing() {}

    public static void main(String[] arguments) throws Exception {
        Path catalogue = Path.of(arguments[0]).resolve("assets/catalogue/bundled.json");
        try (Workshop workshop = Workshop.open(catalogue, Files.createTempDirectory("helios-hearing"));
                LoadedModel model = workshop.load("helios-listen-1")) {
            for (Path file : recordings(Path.of(arguments[1]))) {
                String name = String.valueOf(file.getFileName());
                Attachment recording = new Attachment("0".repeat(64), name, FileType.WAV, Files.size(file));
                TaskInput input = new TaskInput.Audio(Language.EN, "", List.of(recording));
                TaskOutput.Audio heard = (TaskOutput.Audio)
                        Workshop.once(model, input, one -> file).output();
                Files.writeString(file.resolveSibling(name.replace(".wav", ".txt")), heard.text());
            }
        }
    }

    private static List<Path> recordings(Path folder) throws IOException {
        List<Path> all = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.wav")) {
            files.forEach(all::add);
        }
        return all;
    }
}
