/**
 * Text, pixels and samples out of untrusted files. Parsers of foreign formats run only in a throw-away child process with a small heap, no
 * environment and a deadline; what leaves it is plain text with positions, or numbers.
 */
@NullMarked
package com.noragentia.helios.worker.extract;

import org.jspecify.annotations.NullMarked;
