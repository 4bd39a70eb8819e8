package io.journeystreams.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version of this build, from its jar. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {
            "journey "
                    + Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                            .orElse("(development build)"),
            "java " + Runtime.version()
        };
    }
}
