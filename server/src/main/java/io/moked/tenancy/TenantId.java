package io.moked.tenancy;

import java.util.UUID;

/** A business that uses the platform. */
public record TenantId(UUID value) {}
