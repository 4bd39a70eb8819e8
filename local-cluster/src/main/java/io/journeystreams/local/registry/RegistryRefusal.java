package io.journeystreams.local.registry;

/**
 * A request that the registry answers with an error: an HTTP status, Confluent's error code and a sentence.
 *
 * <p>An exception and not a result, because every operation can end in several of these and each ends the request.
 */
public final class RegistryRefusal extends RuntimeException {

    private final int status;
    private final int errorCode;

    private RegistryRefusal(int status, int errorCode, String message) {
        super(message);
        this.status = status;
        this.errorCode = errorCode;
    }

    /** HTTP status of the answer. */
    public int status() {
        return status;
    }

    /** Confluent's error code: the status itself, or the status and two digits more. */
    public int errorCode() {
        return errorCode;
    }

    static RegistryRefusal badRequest(String message) {
        return new RegistryRefusal(400, 400, message);
    }

    static RegistryRefusal noSuchPath(String path) {
        return new RegistryRefusal(404, 404, "HTTP 404 Not Found: " + path);
    }

    static RegistryRefusal methodNotAllowed(String method) {
        return new RegistryRefusal(405, 405, "HTTP 405 Method Not Allowed: " + method);
    }

    static RegistryRefusal tooLarge(int maxBytes) {
        return new RegistryRefusal(413, 413, "request body is larger than " + maxBytes + " bytes");
    }

    static RegistryRefusal unknownSubject(String subject) {
        return new RegistryRefusal(404, 40401, "Subject '" + subject + "' not found.");
    }

    static RegistryRefusal unknownVersion(String version) {
        return new RegistryRefusal(404, 40402, "Version " + version + " not found.");
    }

    static RegistryRefusal unknownSchema(String what) {
        return new RegistryRefusal(404, 40403, what + " not found");
    }

    static RegistryRefusal subjectAlreadyDeleted(String subject) {
        return new RegistryRefusal(
                404, 40404, "Subject '" + subject + "' was soft deleted. Set permanent=true to delete permanently");
    }

    static RegistryRefusal subjectNotYetDeleted(String subject) {
        return new RegistryRefusal(
                404, 40405, "Subject '" + subject + "' was not deleted first before being permanently deleted");
    }

    static RegistryRefusal versionAlreadyDeleted(String subject, int version) {
        return new RegistryRefusal(
                404,
                40406,
                "Subject '" + subject + "' Version " + version
                        + " was soft deleted. Set permanent=true to delete permanently");
    }

    static RegistryRefusal versionNotYetDeleted(String subject, int version) {
        return new RegistryRefusal(
                404,
                40407,
                "Subject '" + subject + "' Version " + version
                        + " was not deleted first before being permanently deleted");
    }

    static RegistryRefusal noCompatibilityOfItsOwn(String subject) {
        return new RegistryRefusal(
                404, 40408, "Subject '" + subject + "' does not have subject-level compatibility configured");
    }

    static RegistryRefusal incompatible(String subject, Iterable<String> violations) {
        return new RegistryRefusal(
                409,
                409,
                "Schema being registered is incompatible with an earlier schema for subject \"" + subject
                        + "\", details: [" + String.join("; ", violations) + "]");
    }

    static RegistryRefusal invalidSchema(String why) {
        return new RegistryRefusal(422, 42201, "Invalid schema: " + why);
    }

    static RegistryRefusal invalidVersion(String version) {
        return new RegistryRefusal(
                422,
                42202,
                "The specified version '" + version
                        + "' is not a valid version id. Allowed values are between [1, 2^31-1] and the string \"latest\"");
    }

    static RegistryRefusal invalidCompatibility(String level) {
        return new RegistryRefusal(
                422,
                42203,
                "Invalid compatibility level: " + level
                        + ". Valid values are none, backward, forward, full, backward_transitive, forward_transitive, and"
                        + " full_transitive");
    }

    static RegistryRefusal modeIsFixed() {
        return new RegistryRefusal(422, 42205, "Mode cannot be changed: this registry is always READWRITE");
    }
}
