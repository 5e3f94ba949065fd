/** What the routes of every slice share: JSON bodies within their limits, problems as RFC 9457 writes them, how often is too often, random secrets. Calls no slice. */
@NullMarked
package com.noragentia.helios.orchestrator.edge;

import org.jspecify.annotations.NullMarked;
