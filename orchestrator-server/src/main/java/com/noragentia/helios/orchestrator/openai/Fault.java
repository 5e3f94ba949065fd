/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.openai;

import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import java.util.Map;

/** What is wrong with a parameter: problems that name it, and never its value. */
final class Fault {

    /** Among a problem's values: the way to the parameter, as in {@code messages[0].content}. */
    static final String PARAM = "param";

    /** Among a problem's values: OpenAI's own code, where that says more than ours. */
    static final String CODE = "code";

    private Fault() {}

    static ProblemException missing(String param) {
        return of(param, "missing_required_parameter", "the parameter '" + param + "' is missing");
    }

    /** @param must how it goes on after "must be" */
    static ProblemException invalid(String param, String must) {
        return of(param, "invalid_value", "'" + param + "' must be " + must);
    }

    /** One that OpenAI has and Helios has not. */
    static ProblemException unsupported(String param) {
        return of(param, "unsupported_parameter", "'" + param + "' is not supported here; leave it out");
    }

    /** One that Helios has, but not all that it may say. */
    static ProblemException unsupportedValue(String param, String instead) {
        return of(param, "unsupported_value", "this value of '" + param + "' is not supported here; " + instead);
    }

    private static ProblemException of(String param, String code, String detail) {
        return new ProblemException(ProblemCode.REQUEST_INVALID, detail, Map.of(PARAM, param, CODE, code));
    }
}
