package io.journeystreams.query;

import io.journeystreams.observe.HttpAnswer;
import io.journeystreams.observe.HttpQuestion;
import java.util.Map;
import java.util.Optional;

/**
 * Lets those in who know the token.
 *
 * @param token without one nobody is answered
 */
public record Gate(Optional<AccessToken> token) {

    /** Why a question is not answered; empty for those who may ask. */
    Optional<HttpAnswer> refusal(HttpQuestion question) {
        if (token.isEmpty()) {
            return Optional.of(Refusal.NOT_SERVED.answer());
        }
        if (question.authorization().isEmpty()) {
            return Optional.of(Refusal.NO_TOKEN.answer(Map.of("WWW-Authenticate", "Bearer")));
        }
        boolean isKnown = token.get().isIn(question.authorization().get());
        return isKnown ? Optional.empty() : Optional.of(Refusal.WRONG_TOKEN.answer());
    }
}
