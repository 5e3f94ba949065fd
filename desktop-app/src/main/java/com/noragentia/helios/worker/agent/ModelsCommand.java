/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.agent;

import com.noragentia.helios.installation.DataFolder;
import com.noragentia.helios.installation.DeviceIdentity;
import com.noragentia.helios.installation.FolderLock;
import com.noragentia.helios.installation.LogFile;
import com.noragentia.helios.installation.Membership;
import com.noragentia.helios.language.Phrases;
import com.noragentia.helios.protocol.model.ModelManifest;
import com.noragentia.helios.worker.expert.ModelFailure;
import com.noragentia.helios.worker.model.ModelImport;
import com.noragentia.helios.worker.model.ModelStore;
import com.noragentia.helios.worker.model.ModelUse;
import com.noragentia.helios.worker.model.SignedCatalogue;
import com.noragentia.helios.worker.model.StoredModel;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;

/** {@code helios models}: the models on this computer. Without a further word it lists them. */
@Command(name = "models", mixinStandardHelpOptions = true, resourceBundle = "com.noragentia.helios.worker.agent.usage")
public final class ModelsCommand implements Callable<Integer> {

    private static final int SOME_REFUSED = 1;

    private final ModelLines lines;

    @Option(names = "--data", paramLabel = "DIR", scope = ScopeType.INHERIT)
    private @Nullable Path data;

    ModelsCommand(PrintStream out, Phrases phrases) {
        this.lines = new ModelLines(out, System.err, phrases);
    }

    @Override
    public Integer call() throws IOException, ModelFailure {
        return list(false);
    }

    @Command(name = "list", mixinStandardHelpOptions = true)
    int list(@Option(names = "--network") boolean network) throws IOException, ModelFailure {
        DataFolder folder = folder();
        ModelStore store = BundledParts.store(folder);
        List<StoredModel> stored = store.list();
        lines.stored(stored, store.incomplete(), store.damaged());
        if (network) {
            Membership membership = membership(folder);
            try (ModelPlaces places = places(folder, membership)) {
                lines.offered(ask(folder, membership, places).models(), stored);
            }
        }
        return 0;
    }

    @Command(name = "pull", mixinStandardHelpOptions = true)
    int pull(@Parameters(paramLabel = "ID", arity = "1..*") List<String> ids)
            throws IOException, ModelFailure, InterruptedException {
        DataFolder folder = folder();
        List<String> offered = new ArrayList<>();
        for (String id : ids) {
            Optional<ModelManifest> bundled = BundledCatalogue.find(id);
            if (bundled.isPresent()) {
                bring(BundledParts.store(folder), bundled.get(), "models.pulled.bundled");
            } else {
                offered.add(id);
            }
        }
        if (!offered.isEmpty()) {
            pullOffered(folder, offered);
        }
        return 0;
    }

    private void pullOffered(DataFolder folder, List<String> ids)
            throws IOException, ModelFailure, InterruptedException {
        Membership membership = membership(folder);
        try (ModelPlaces places = places(folder, membership)) {
            SignedCatalogue catalogue = ask(folder, membership, places);
            ModelStore store = new ModelStore(folder.models(), places.sources(), ModelLimits.of(folder));
            for (String id : ids) {
                ModelManifest manifest = catalogue.models().stream()
                        .filter(model -> model.id().equals(id))
                        .findFirst()
                        .orElseThrow(
                                () -> ModelFailure.told("not-offered", "the network offers no model of that name", id));
                bring(store, manifest, "models.pulled");
            }
        }
    }

    /** Says too which models went to make room. */
    private void bring(ModelStore store, ModelManifest manifest, String key) throws ModelFailure, InterruptedException {
        List<StoredModel> before = store.list();
        var unused = store.pull(manifest, lines.progress());
        Set<String> left = store.list().stream().map(StoredModel::id).collect(Collectors.toSet());
        before.stream().map(StoredModel::id).filter(id -> !left.contains(id)).forEach(lines::madeRoom);
        lines.done(key, manifest.id());
    }

    @Command(name = "verify", mixinStandardHelpOptions = true)
    int verify(
            @Option(names = "--repair") boolean repair, @Parameters(paramLabel = "ID", arity = "0..*") List<String> ids)
            throws IOException, ModelFailure, InterruptedException {
        DataFolder folder = folder();
        ModelStore store = BundledParts.store(folder);
        List<String> damaged = new ArrayList<>();
        List<String> unknown = store.damaged();
        for (String id : chosen(store, ids)) {
            List<String> gone = unknown.contains(id) ? List.of() : store.verify(id, lines.reading(id));
            if (unknown.contains(id)) {
                lines.done(repair ? "models.note-damaged.now" : "models.note-damaged", id);
                damaged.add(id);
            } else if (gone.isEmpty()) {
                lines.done("models.verified", id);
            } else {
                lines.done(repair ? "models.damaged" : "models.damaged.repair", id, String.join(", ", gone));
                damaged.add(id);
            }
        }
        if (repair && !damaged.isEmpty()) {
            repair(folder, damaged);
            return 0;
        }
        return damaged.isEmpty() ? 0 : SOME_REFUSED;
    }

    /** What comes with the program comes back without a network. */
    private void repair(DataFolder folder, List<String> ids) throws IOException, ModelFailure, InterruptedException {
        Optional<Membership> membership = Membership.of(folder);
        Optional<ModelPlaces> places =
                membership.isPresent() ? Optional.of(places(folder, membership.get())) : Optional.empty();
        try {
            ModelStore store = places.isEmpty()
                    ? BundledParts.store(folder)
                    : new ModelStore(folder.models(), places.get().sources(), ModelLimits.of(folder));
            for (String id : ids) {
                if (store.damaged().contains(id)) {
                    var unused = store.pull(KnownManifests.find(folder, id), lines.progress());
                } else {
                    KnownManifests.require(folder, store.find(id).manifest());
                    store.repair(id, lines.progress());
                }
                lines.done("models.repaired", id);
            }
        } finally {
            places.ifPresent(ModelPlaces::close);
        }
    }

    @Command(name = "remove", mixinStandardHelpOptions = true)
    int remove(@Parameters(paramLabel = "ID", arity = "1..*") List<String> ids)
            throws IOException, ModelFailure, InterruptedException {
        ModelStore store = BundledParts.store(folder());
        for (String id : ids) {
            store.remove(id);
            lines.done("models.removed", id);
        }
        return 0;
    }

    /** Loads a language model while no worker runs, and tells how fast it reads and writes here. */
    @Command(name = "bench", mixinStandardHelpOptions = true)
    int bench(@Parameters(paramLabel = "ID") String id) throws IOException, ModelFailure, InterruptedException {
        DataFolder folder = folder();
        ModelStore store = BundledParts.store(folder);
        ModelManifest manifest = store.find(id).manifest();
        KnownManifests.require(folder, manifest);
        // A worker and this would each take what is for all models together.
        FolderLock alone = FolderLock.take(folder, "worker")
                .orElseThrow(() -> ModelFailure.told("worker-runs", "a worker works with this folder just now", id));
        try (ModelUse use = store.use(id)) {
            Objects.requireNonNull(use);
            lines.tried(id, WriterTrial.of(manifest, store.pull(manifest, lines.progress())));
        } finally {
            alone.close();
        }
        return 0;
    }

    /** The manifests come from the stick, or as the network last gave them; both must bear the network's signature. */
    @Command(name = "import", mixinStandardHelpOptions = true)
    int take(@Parameters(paramLabel = "DIR") Path stick) throws IOException, ModelFailure, InterruptedException {
        DataFolder folder = folder();
        Membership membership = membership(folder);
        if (!Files.isDirectory(stick)) {
            throw ModelFailure.told("no-folder", stick + " is no folder", stick.toString());
        }
        SignedCatalogue known = SignedCatalogue.read(kept(folder), membership.verifyingKey())
                .and(SignedCatalogue.read(stick.resolve(SignedCatalogue.FILE), membership.verifyingKey()));
        if (known.models().isEmpty()) {
            try (ModelPlaces places = places(folder, membership)) {
                known = ask(folder, membership, places);
            }
        }
        List<ModelImport.Outcome> outcomes =
                new ModelImport(stick, folder.models(), ModelLimits.of(folder)).take(known.models(), lines.progress());
        outcomes.forEach(lines::outcome);
        boolean any = outcomes.stream().anyMatch(ModelLines::isTaken);
        if (!any) {
            lines.done("models.import.none", stick.toString());
        }
        return any ? 0 : SOME_REFUSED;
    }

    private static List<String> chosen(ModelStore store, List<String> ids) throws ModelFailure {
        return ids == null || ids.isEmpty()
                ? Stream.concat(
                                Stream.concat(store.list().stream(), store.incomplete().stream())
                                        .map(StoredModel::id),
                                store.damaged().stream())
                        .toList()
                : ids;
    }

    private static SignedCatalogue ask(DataFolder folder, Membership membership, ModelPlaces places)
            throws ModelFailure, IOException {
        return SignedCatalogue.ask(places.calls(), membership.verifyingKey(), kept(folder));
    }

    private static Path kept(DataFolder folder) {
        return folder.models().resolve(SignedCatalogue.FILE);
    }

    private static ModelPlaces places(DataFolder folder, Membership membership) throws IOException {
        return new ModelPlaces(
                membership, DeviceIdentity.of(folder, new SecureRandom()).key());
    }

    private static Membership membership(DataFolder folder) throws IOException {
        return Membership.require(folder);
    }

    /** What the program has to say to those who mend it goes to a file, as people read the lines. */
    private DataFolder folder() throws IOException {
        DataFolder folder = DataFolder.locate(Optional.ofNullable(data)).create();
        LogFile.open(folder, "models");
        return folder;
    }
}
