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
 * The worker as it is installed, but for its pace. Arguments: the file of {@link ServiceTimes}, its data folder, the orchestrator's address. Ends
 * when its standard input does.
 */
final class PacedWorker implements WorkerParts {

    private final BundledParts parts = new BundledParts();
    private final Path times;
    private final Lock processor = new ReentrantLock(true);

    private PacedWorker(Path times) {
        this.times = times;
    }

    public static void main(String[] arguments) throws Exception {
        List<String> command =
                List.of("run", "--data", arguments[1], "--orchestrator", arguments[2], "--exit-with-parent");
        System.exit(WorkerMain.run(new PacedWorker(Path.of(arguments[0])), command));
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
            LoadedModel model = loader.load(manifest, files);
            try {
                practise(model);
            } catch (IOException e) {
                throw new ModelFailure("the files to practise with cannot be read", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new ModelFailure("interrupted while practising", e);
            }
            return new PacedModel(model, times, processor);
        }

        private void practise(LoadedModel model) throws IOException, ModelFailure, InterruptedException {
            Optional<LongFiles> practice = ServiceTimes.read(times).practiceFiles();
            if (practice.isPresent()) {
                Practice.of(model, practice.get());
            }
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
