package io.moked;

import picocli.CommandLine.IVersionProvider;

/** The version as the jar's manifest has it. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        var version = Moked.class.getPackage().getImplementationVersion();
        return new String[] {"Moked " + (version == null ? "(unpackaged)" : version)};
    }
}
