/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ops;

import java.nio.file.Path;

/**
 * What the server shows of itself where TLS ends here.
 *
 * @param certificate PEM: the server's, then those that vouch for it
 * @param key PEM: PKCS #8, not encrypted
 */
public record TlsFiles(Path certificate, Path key) {}
