package io.journeystreams.query;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;

/** The secret that opens what is not for everybody. How long a comparison takes says nothing about it. */
public final class AccessToken {

    private static final String SCHEME = "bearer ";

    private final byte[] digest;

    public AccessToken(String secret) {
        this.digest = digestOf(secret);
    }

    /** @param authorization the header: {@code Bearer} and the secret */
    boolean isIn(String authorization) {
        boolean isBearer = authorization.toLowerCase(Locale.ROOT).startsWith(SCHEME);
        String given = isBearer ? authorization.substring(SCHEME.length()).strip() : "";
        return MessageDigest.isEqual(digest, digestOf(given));
    }

    /** Digests have one length, whatever was given. */
    private static byte[] digestOf(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
