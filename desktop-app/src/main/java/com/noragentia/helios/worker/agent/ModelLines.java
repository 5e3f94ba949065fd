/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.agent;

import com.noragentia.helios.language.Phrases;
import com.noragentia.helios.protocol.model.ModelManifest;
import com.noragentia.helios.worker.model.ModelImport;
import com.noragentia.helios.worker.model.StoredModel;
import com.noragentia.helios.worker.model.Transfer;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.stream.Collectors;

/** What {@code helios models} says: results on standard output, the progress of long work on standard error. For one command. */
final class ModelLines {

    private static final double BYTES_PER_MEGABYTE = 1e6;
    private static final int PERCENT = 100;
    /** Where no terminal shows a line that changes, one line each so many percent. */
    private static final int STEP_ELSEWHERE = 10;

    private final PrintStream out;
    private final PrintStream err;
    private final Phrases phrases;
    private final boolean isTerminal = Boolean.getBoolean("helios.stderr.terminal");
    private String lastModel = "";
    private int lastStep;
    private boolean open;

    ModelLines(PrintStream out, PrintStream err, Phrases phrases) {
        this.out = out;
        this.err = err;
        this.phrases = phrases;
    }

    /**
     * What is here.
     *
     * @param incomplete those of which a file is missing
     * @param damaged ids of those of which nobody can tell which files they have
     */
    void stored(List<StoredModel> models, List<StoredModel> incomplete, List<String> damaged) {
        if (models.isEmpty() && incomplete.isEmpty() && damaged.isEmpty()) {
            out.println(phrases.say("models.none"));
        }
        models.forEach(model -> line("models.line", model.manifest()));
        incomplete.forEach(model -> out.println(phrases.say("models.incomplete", model.id())));
        damaged.forEach(model -> out.println(phrases.say("models.note-damaged", model)));
    }

    /** What the network offers and this computer lacks. */
    void offered(List<ModelManifest> models, List<StoredModel> stored) {
        Set<String> here = stored.stream().map(StoredModel::id).collect(Collectors.toSet());
        models.stream().filter(model -> !here.contains(model.id())).forEach(model -> line("models.offered", model));
    }

    private void line(String key, ModelManifest model) {
        String experts = model.experts().stream()
                .map(expert -> expert.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        String line = phrases.say(
                key,
                model.id(),
                model.title(),
                experts.isEmpty() ? "–" : experts,
                (long) Math.ceil(model.bytes() / BYTES_PER_MEGABYTE),
                model.licence());
        out.println(model.traits().demonstration() ? line + phrases.say("models.demonstration") : line);
    }

    /** A listener for models that come. */
    Consumer<Transfer> progress() {
        return transfer -> {
            int percent = (int) (transfer.fraction() * PERCENT);
            show(
                    transfer.model(),
                    percent,
                    phrases.say(
                            "models.progress",
                            transfer.model(),
                            percent,
                            Math.round(transfer.doneBytes() / BYTES_PER_MEGABYTE),
                            (long) Math.ceil(transfer.totalBytes() / BYTES_PER_MEGABYTE),
                            transfer.bytesPerSecond() / BYTES_PER_MEGABYTE));
        };
    }

    /** A listener for a model that is read again. */
    DoubleConsumer reading(String model) {
        return fraction -> {
            int percent = (int) (fraction * PERCENT);
            show(model, percent, phrases.say("models.reading", model, percent));
        };
    }

    private synchronized void show(String model, int percent, String line) {
        int step = percent / (isTerminal ? 1 : STEP_ELSEWHERE);
        if (model.equals(lastModel) && step == lastStep) {
            return;
        }
        lastModel = model;
        lastStep = step;
        if (isTerminal) {
            err.print("\r" + line);
            open = true;
        } else {
            err.println(line);
        }
        err.flush();
    }

    /** Ends the line that changes, and says what came of it. */
    synchronized void done(String key, Object... values) {
        if (open) {
            err.println();
            open = false;
        }
        lastModel = "";
        lastStep = 0;
        out.println(phrases.say(key, values));
    }

    void madeRoom(String model) {
        done("models.made-room", model);
    }

    void tried(String model, WriterTrial.Figures figures) {
        done(
                "models.bench",
                model,
                figures.read(),
                figures.written(),
                Math.round(figures.memoryBytes() / BYTES_PER_MEGABYTE),
                figures.loadSeconds());
    }

    static boolean isTaken(ModelImport.Outcome outcome) {
        return outcome instanceof ModelImport.Imported || outcome instanceof ModelImport.KnownAlready;
    }

    void outcome(ModelImport.Outcome outcome) {
        switch (outcome) {
            case ModelImport.Imported imported -> done("models.imported", imported.model());
            case ModelImport.KnownAlready known -> done("models.import.known", known.model());
            case ModelImport.Incomplete incomplete ->
                done("models.import.incomplete", incomplete.model(), String.join(", ", incomplete.missing()));
            case ModelImport.Refused refused ->
                done("models.import.refused", refused.model(), WorkerMain.reason(phrases, refused.reason()));
        }
    }
}
