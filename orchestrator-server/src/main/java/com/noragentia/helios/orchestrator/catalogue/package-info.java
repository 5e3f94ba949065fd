/** The models the network offers, each manifest signed with the orchestrator's key. */
@NullMarked
package com.noragentia.helios.orchestrator.catalogue;

import org.jspecify.annotations.NullMarked;
