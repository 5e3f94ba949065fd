/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
/** The models a network offers: manifests, pinned files and the signature over them. */
@NullMarked
package com.noragentia.helios.protocol.model;

import org.jspecify.annotations.NullMarked;
