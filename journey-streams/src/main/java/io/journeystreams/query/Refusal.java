package io.journeystreams.query;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.journeystreams.observe.HttpAnswer;
import java.util.Map;

/** Why a question is not answered, and what to do. The names are part of the contract. */
public enum Refusal {
    NOT_SERVED(
            404,
            "profiles and the journey map are not served: set http.token, for example to ${file:/run/secrets/journey-token}"),
    NO_TOKEN(401, "say the token of http.token: Authorization: Bearer …"),
    WRONG_TOKEN(403, "this is not the token of http.token"),
    NO_SUCH_PATH(404, "ask for /profiles/{profile}, /profiles/{profile}/timeline or /profiles/{profile}/decisions"),
    NO_PROFILE_KEY(400, "a profile is c: and a customer id, or a: and an anonymous id"),
    NO_PAGE(400, "a timeline takes limit, 1 to 1000, and before, a time such as 2026-03-01T10:00:00Z"),
    NO_PERIOD(
            400,
            "the map takes from and to, times such as 2026-03-01T10:00:00Z with from before to, and channel, device, segment: each at"
                    + " most once"),
    NO_FEED(400, "the feed takes limit, 1 to 200"),
    UNKNOWN_PROFILE(
            404,
            "nothing is known of this profile: it was never seen, or was erased, or all that it did is forgotten; is the id"
                    + " spelled as in the events, with c: or a: before it?"),
    ELSEWHERE(421, "another instance keeps this profile; ask there"),
    NOT_READY(503, "not yet; ask again when /ready says ready"),
    BUSY(503, "others are asking; ask again in a second"),
    PEER_UNREACHABLE(502, "the instance that keeps this profile does not answer as one; ask again, or look at it"),
    PEER_REFUSES(502, "the instance that keeps this profile has another http.token; give all the same"),
    PEER_SILENT(504, "the instance that keeps this profile did not answer in time; ask again"),
    FAILED(500, "what is stored could not be told; the log says which failure it was");

    private final int status;
    private final String message;

    Refusal(int status, String message) {
        this.status = status;
        this.message = message;
    }

    HttpAnswer answer() {
        return answer(Map.of());
    }

    HttpAnswer answer(Map<String, String> headers) {
        return saying(message, headers);
    }

    HttpAnswer answer(String detail, Map<String, String> headers) {
        return saying(message + " (" + detail + ")", headers);
    }

    private HttpAnswer saying(String text, Map<String, String> headers) {
        String body = JsonNodeFactory.instance
                .objectNode()
                .put("error", name())
                .put("message", text)
                .toString();
        return new HttpAnswer(status, "application/json", body, headers);
    }
}
