/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.agent;

import com.noragentia.helios.installation.DataFolder;
import com.noragentia.helios.protocol.model.ModelManifest;
import com.noragentia.helios.worker.expert.LoadedModel;
import com.noragentia.helios.worker.expert.ModelFailure;
import com.noragentia.helios.worker.expert.ModelLoader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The worker as it is installed, but for its pace. Arguments: the file of {@link ServiceTimes}, its data folder, the orchestrator's address. Ends when its
 * standard input does.
 */
final class PacedWorker implements WorkerParts {

    private final BundledParts parts = new BundledParts();
    private final ServiceTimes times;
    private final Lock processor = new ReentrantLock(true);

    private PacedWorker(ServiceTimes times) {
        this.times = times;
    }

    public static void main(String[] arguments) throws Exception {
        List<String> command =
                List.of("run", "--data", arguments[1], "--orchestrator", arguments[2], "--exit-with-parent");
        System.exit(WorkerMain.run(new PacedWorker(ServiceTimes.read(Path.of(arguments[0]))), command));
    }

    @Override
    public ModelFiles files(DataFolder folder, Worksite site) throws IOException, ModelFailure {
        return parts.files(folder, site);
    }

    @Override
    public ModelLoader loader(DataFolder folder) throws IOException, ModelFailure {
        return new Paced(parts.loader(folder));
    }

    private final class Paced implements ModelLoader {

        private final ModelLoader loader;

        private Paced(ModelLoader loader) {
            this.loader = loader;
        }

        @Override
        public LoadedModel load(ModelManifest manifest, Map<String, Path> files) throws ModelFailure {
            return new PacedModel(loader.load(manifest, files), times, processor);
        }

        @Override
        public Optional<ModelFailure> unfit(ModelManifest manifest) {
            return loader.unfit(manifest);
        }

        @Override
        public void close() {
            loader.close();
        }
    }
}
