package io.moked.tenancy;

/** The tenant on whose behalf the current thread works. */
public final class TenantScope {

    static final ScopedValue<TenantId> CURRENT = ScopedValue.newInstance();

    /** Work that may fail in a way its caller declares. */
    @FunctionalInterface
    public interface Work<T, E extends Exception> {
        T run() throws E;
    }

    private TenantScope() {}

    public static void run(TenantId tenant, Runnable work) {
        ScopedValue.where(CURRENT, tenant).run(work);
    }

    public static <T, E extends Exception> T call(TenantId tenant, Work<T, E> work) throws E {
        return ScopedValue.where(CURRENT, tenant).<T, E>call(work::run);
    }

    public static TenantId current() {
        return CURRENT.orElseThrow(() -> new IllegalStateException("No tenant in scope"));
    }
}
