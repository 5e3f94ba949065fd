/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.agent;

import com.noragentia.helios.installation.DataFolder;
import com.noragentia.helios.worker.expert.ModelFailure;
import com.noragentia.helios.worker.expert.ModelLoader;
import java.io.IOException;

/** What the worker's life is put together with: where model files come from, and who loads them. */
public interface WorkerParts {

    /** @param site whose network they come from */
    ModelFiles files(DataFolder folder, Worksite site) throws IOException, ModelFailure;

    ModelLoader loader(DataFolder folder) throws IOException, ModelFailure;
}
