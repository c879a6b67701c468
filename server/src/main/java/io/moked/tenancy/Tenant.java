package io.moked.tenancy;

/** A business, or the platform itself, whose users are its operators. */
public record Tenant(TenantId id, String name, String language, Kind kind) {

    /** What a tenant is for. */
    public enum Kind {
        BUSINESS,
        PLATFORM
    }
}
