/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.agent;

import com.noragentia.helios.installation.DataFolder;
import com.noragentia.helios.worker.expert.ModelFailure;
import com.noragentia.helios.worker.expert.ModelLoader;
import com.noragentia.helios.worker.model.ModelStore;
import java.io.IOException;
import java.util.List;

/** The worker as it is installed: models that come inside the program, and the experts that run them. */
final class BundledParts implements WorkerParts {

    @Override
    public ModelFiles files(DataFolder folder, Worksite site) throws IOException, ModelFailure {
        ModelPlaces places = new ModelPlaces(site.membership(), site.device().key());
        return new StoredFiles(new ModelStore(folder.models(), places.sources(), ModelLimits.of(folder)));
    }

    /** The models of this computer, without a way to others than those of the program. */
    static ModelStore store(DataFolder folder) throws IOException, ModelFailure {
        return new ModelStore(folder.models(), List.of(ModelPlaces.inside()), ModelLimits.of(folder));
    }

    @Override
    public ModelLoader loader(DataFolder folder) throws IOException, ModelFailure {
        return BundledExperts.start(ThisComputer.memoryForModels(), folder.tmp(), folder.cache(), store(folder));
    }
}
