/** The hot path: tasks in their queues, the workers that could take them, and leases. Time and chance come in as arguments. */
@NullMarked
package com.noragentia.helios.orchestrator.dispatch;

import org.jspecify.annotations.NullMarked;
