package io.journeystreams.config;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The user and password that an address may carry: {@code https://user:password@host}. */
final class UserInfo {

    private static final Pattern ADDRESS = Pattern.compile("https?://([^/@\\s]+)@");

    private UserInfo() {}

    static Optional<String> in(String text) {
        Matcher matcher = ADDRESS.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
