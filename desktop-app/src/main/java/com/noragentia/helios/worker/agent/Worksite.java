/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.agent;

import com.noragentia.helios.installation.DeviceIdentity;
import com.noragentia.helios.installation.Membership;
import com.noragentia.helios.protocol.message.WorkerFacts;
import java.nio.file.Path;

/**
 * Where and as whom a worker works.
 *
 * @param membership the network and its pinned key
 * @param device the key to prove
 * @param facts what the worker says of its computer
 * @param temporary where the attachments of running tasks lie
 * @param receipts where the proofs of what was earned rest
 */
public record Worksite(
        Membership membership, DeviceIdentity device, WorkerFacts facts, Path temporary, Path receipts) {}
