/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ops;

import com.noragentia.helios.orchestrator.catalogue.Catalogue;
import com.noragentia.helios.orchestrator.catalogue.OfferedModel;
import com.noragentia.helios.orchestrator.catalogue.PinFailure;
import com.noragentia.helios.orchestrator.catalogue.PinnedFolder;
import com.noragentia.helios.orchestrator.catalogue.Pinning;
import com.noragentia.helios.orchestrator.catalogue.UnpinnedModel;
import com.noragentia.helios.orchestrator.ledger.PriceTable;
import com.noragentia.helios.protocol.crypto.SigningKey;
import com.noragentia.helios.protocol.model.ModelManifest;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.text.MessageFormat;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code models pin}: pins a model of the production set, or lists the set. Works beside a running orchestrator, which offers the model soon. */
@Command(name = "pin", mixinStandardHelpOptions = true)
final class ModelsPinCommand implements Callable<Integer> {

    private static final long BYTES_PER_MEGABYTE = 1_000_000;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called
    private CommandSpec spec;

    @Option(names = "--data", paramLabel = "DIR")
    private @Nullable String data;

    @Option(names = "--hub", paramLabel = "URL", defaultValue = "${env:HELIOS_HUB:-https://huggingface.co}")
    private URI hub = URI.create("https://huggingface.co");

    @Parameters(paramLabel = "ID", arity = "0..1")
    private @Nullable String id;

    @Override
    public Integer call() throws ConfigurationMistake, IOException, InterruptedException {
        ServiceLog.toConsole();
        Path root = configuration().data();
        boolean hasKey = Files.exists(root.resolve(DataFolder.KEY));
        if (id == null && !hasKey) {
            list(List.of());
            return OrchestratorMain.OK;
        }
        if (!hasKey) {
            // A new key would sign what no computer of the network believes.
            complain("pin.no-orchestrator", root);
            return OrchestratorMain.WRONG_SETTING;
        }
        DataFolder folder = new DataFolder(root);
        SigningKey key = folder.key(new SecureRandom());
        PinnedFolder pinned = new PinnedFolder(folder.models());
        if (id == null) {
            list(pinned.read(key.verifyingKey()));
            return OrchestratorMain.OK;
        }
        Optional<UnpinnedModel> model = Catalogue.production().stream()
                .filter(known -> known.id().equals(id))
                .findFirst();
        if (model.isEmpty()) {
            complain("pin.unknown", id);
            return OrchestratorMain.WRONG_SETTING;
        }
        return pin(model.get(), new Pinning(pinned, key, hub, ModelsPinCommand::rest), key);
    }

    private int pin(UnpinnedModel model, Pinning pinning, SigningKey key) throws IOException, InterruptedException {
        if (!model.canBeRun()) {
            complain("pin.unrun", model.id());
        }
        PinProgress progress =
                new PinProgress(spec.commandLine().getErr(), Boolean.getBoolean("helios.stderr.terminal"));
        try {
            ModelManifest manifest = pinning.pin(model, progress);
            progress.end();
            say(
                    "pin.done",
                    manifest.id(),
                    manifest.files().size(),
                    manifest.bytes() / BYTES_PER_MEGABYTE,
                    key.verifyingKey().fingerprint());
            say("pin.untried");
            tellPrice(manifest);
            return OrchestratorMain.OK;
        } catch (PinFailure e) {
            progress.end();
            complain("pin.failure." + e.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'), e.values());
            return OrchestratorMain.CANNOT_START;
        }
    }

    private void tellPrice(ModelManifest manifest) {
        PriceTable prices = PriceTable.bundled().offering(List.of(manifest), List.of());
        say(
                prices.isReckoned(manifest.id()) ? "pin.price.reckoned" : "pin.price",
                manifest.id(),
                prices.usual(manifest.id()).toDouble());
    }

    private void list(List<OfferedModel> pinned) {
        Set<String> ids = pinned.stream().map(model -> model.manifest().id()).collect(Collectors.toSet());
        for (UnpinnedModel model : Catalogue.production()) {
            say(
                    ids.contains(model.id()) ? "pin.line.pinned" : "pin.line",
                    model.id(),
                    model.title(),
                    model.aboutBytes() / BYTES_PER_MEGABYTE,
                    model.licence(),
                    model.repository());
        }
    }

    private static void rest(Duration time) throws InterruptedException {
        boolean came = new CountDownLatch(1).await(time.toMillis(), TimeUnit.MILLISECONDS);
        if (came) {
            throw new IllegalStateException("what never comes came");
        }
    }

    private Configuration configuration() throws ConfigurationMistake {
        return new ConfigurationSources()
                .usualData(UsualFolder.ofThisComputer())
                .environment(System.getenv())
                .flag(Setting.DATA, Optional.ofNullable(data))
                .check();
    }

    private void say(String key, Object... values) {
        tell(spec.commandLine().getOut(), key, values);
    }

    private void complain(String key, Object... values) {
        tell(spec.commandLine().getErr(), key, values);
    }

    private void tell(PrintWriter where, String key, Object... values) {
        MessageFormat format = new MessageFormat(
                spec.root().resourceBundle().getString(key),
                spec.root().resourceBundle().getLocale());
        where.println(format.format(values));
        where.flush();
    }
}
