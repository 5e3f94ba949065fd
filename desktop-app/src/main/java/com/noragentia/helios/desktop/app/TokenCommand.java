/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.app;

import com.noragentia.helios.protocol.api.ApiTokenCreated;
import com.noragentia.helios.protocol.api.ApiTokenList;
import com.noragentia.helios.protocol.api.ApiTokenRequest;
import com.noragentia.helios.protocol.api.ApiTokenSummary;
import com.noragentia.helios.protocol.api.Scope;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code helios token}: keys for other programs that ask in this member's name. Without a further word it lists them. */
@Command(name = "token", mixinStandardHelpOptions = true)
final class TokenCommand extends ListCommand {

    private static final String USUAL_DAYS = "90";

    TokenCommand(HeliosMain main) {
        super(main);
    }

    @Override
    @Command(name = "list", mixinStandardHelpOptions = true)
    int list() throws IOException {
        return line().run(account -> {
            ApiTokenList tokens = account.tokens();
            if (isJson()) {
                line().json(tokens);
            } else if (tokens.tokens().isEmpty()) {
                line().say("token.none");
            } else {
                tokens.tokens().forEach(token -> line().print(described(token)));
            }
        });
    }

    private String described(ApiTokenSummary token) {
        return line().words(
                        "token.line",
                        token.label(),
                        token.id(),
                        names(token.scopes()),
                        line().day(token.expiresAt()),
                        token.usedAt() == null
                                ? line().words("token.unused")
                                : line().words("token.used", line().day(token.usedAt())));
    }

    private static String names(Set<Scope> scopes) {
        return scopes.stream()
                .sorted()
                .map(scope -> scope.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    /** The token is the answer, and so goes to standard output alone; what there is to say about it does not. */
    @Command(name = "create", mixinStandardHelpOptions = true)
    int create(
            @Parameters(paramLabel = "LABEL", arity = "1..*") List<String> label,
            @Option(names = "--scope", paramLabel = "ask|read", split = ",", defaultValue = "ask") Set<Scope> scopes,
            @Option(
                            names = "--days",
                            paramLabel = "DAYS",
                            defaultValue = USUAL_DAYS,
                            converter = NumberRange.Days.class)
                    int days)
            throws IOException {
        return line().run(account -> {
            ApiTokenCreated created =
                    account.createToken(new ApiTokenRequest(String.join(" ", label), Set.copyOf(scopes), days));
            if (isJson()) {
                line().json(created);
            } else {
                line().print(created.token());
                line().around()
                        .terminal()
                        .err()
                        .println(line().words(
                                        "token.created",
                                        line().day(created.summary().expiresAt())));
            }
        });
    }

    @Command(name = "revoke", mixinStandardHelpOptions = true)
    int revoke(@Parameters(paramLabel = "TOKEN") String token) throws IOException {
        return line().run(account -> {
            ApiTokenSummary gone =
                    Choice.of(account.tokens().tokens(), token, ApiTokenSummary::id, ApiTokenSummary::label);
            account.revokeToken(gone.id());
            line().conclude("token.revoked", gone.label());
        });
    }
}
