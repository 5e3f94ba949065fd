/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.agent;

import com.noragentia.helios.installation.DataFolder;
import com.noragentia.helios.worker.expert.ModelFailure;
import com.noragentia.helios.worker.expert.ModelLoader;
import com.noragentia.helios.worker.model.ClasspathSource;
import com.noragentia.helios.worker.model.ModelStore;
import java.io.IOException;
import java.util.List;

/** The worker as it is installed: models that come inside the program, and the experts that run them. */
final class BundledParts implements WorkerParts {

    @Override
    public ModelFiles files(DataFolder folder) throws IOException {
        return store(folder)::ensure;
    }

    /** The models of this computer, and every place they may come from. */
    static ModelStore store(DataFolder folder) throws IOException {
        return new ModelStore(folder.models(), List.of(new ClasspathSource(BundledParts.class.getClassLoader())));
    }

    @Override
    public ModelLoader loader(DataFolder folder) throws ModelFailure {
        return BundledExperts.start(ThisComputer.memoryForModels(), folder.tmp(), folder.cache());
    }
}
