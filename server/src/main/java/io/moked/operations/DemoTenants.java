package io.moked.operations;

/** Makes the businesses a demo shows, or finds those an earlier demo made. */
public interface DemoTenants {

    DemoAccess prepare();
}
