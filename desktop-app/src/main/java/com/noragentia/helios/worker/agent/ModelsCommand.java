/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.agent;

import com.noragentia.helios.installation.DataFolder;
import com.noragentia.helios.language.Phrases;
import com.noragentia.helios.worker.expert.ModelFailure;
import com.noragentia.helios.worker.model.ModelStore;
import com.noragentia.helios.worker.model.StoredModel;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;

/** {@code helios models}: the models on this computer. Without a further word it lists them. */
@Command(name = "models", mixinStandardHelpOptions = true, resourceBundle = "com.noragentia.helios.worker.agent.usage")
public final class ModelsCommand implements Callable<Integer> {

    private static final double BYTES_PER_MEGABYTE = 1e6;

    private final PrintStream out;
    private final Phrases phrases;

    @Option(names = "--data", paramLabel = "DIR", scope = ScopeType.INHERIT)
    private @Nullable Path data;

    ModelsCommand(PrintStream out, Phrases phrases) {
        this.out = out;
        this.phrases = phrases;
    }

    @Override
    public Integer call() throws IOException, ModelFailure {
        return list();
    }

    @Command(name = "list", mixinStandardHelpOptions = true)
    int list() throws IOException, ModelFailure {
        List<StoredModel> models = store().list();
        if (models.isEmpty()) {
            out.println(phrases.say("models.none"));
        }
        for (StoredModel model : models) {
            out.println(phrases.say(
                    "models.line",
                    model.id(),
                    model.manifest().title(),
                    model.manifest().experts().stream()
                            .map(expert -> expert.name().toLowerCase(Locale.ROOT))
                            .collect(Collectors.joining(", ")),
                    Math.round(model.bytes() / BYTES_PER_MEGABYTE),
                    model.manifest().licence()));
        }
        return 0;
    }

    @Command(name = "verify", mixinStandardHelpOptions = true)
    int verify(@Parameters(paramLabel = "ID", arity = "0..*") List<String> ids)
            throws IOException, ModelFailure, InterruptedException {
        ModelStore store = store();
        for (String id : chosen(store, ids)) {
            store.verify(id, done -> {});
            out.println(phrases.say("models.verified", id));
        }
        return 0;
    }

    @Command(name = "remove", mixinStandardHelpOptions = true)
    int remove(@Parameters(paramLabel = "ID", arity = "1..*") List<String> ids) throws IOException, ModelFailure {
        ModelStore store = store();
        for (String id : ids) {
            store.remove(id);
            out.println(phrases.say("models.removed", id));
        }
        return 0;
    }

    private static List<String> chosen(ModelStore store, List<String> ids) throws ModelFailure {
        return ids == null || ids.isEmpty()
                ? store.list().stream().map(StoredModel::id).toList()
                : ids;
    }

    private ModelStore store() throws IOException {
        return BundledParts.store(DataFolder.locate(Optional.ofNullable(data)).create());
    }
}
