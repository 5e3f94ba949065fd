/** Attachments: content-addressed on disk, limited in size and life, handed to workers by single-use links. */
@NullMarked
package com.noragentia.helios.orchestrator.blob;

import org.jspecify.annotations.NullMarked;
