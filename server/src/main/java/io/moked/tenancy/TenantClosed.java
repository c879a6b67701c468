package io.moked.tenancy;

import io.moked.kernel.Refusal;

/** Nobody comes in for the business at present; told to those only who have shown who they are. */
class TenantClosed extends Refusal {

    TenantClosed() {
        super(Kind.NOT_PERMITTED, "tenant-closed");
    }
}
