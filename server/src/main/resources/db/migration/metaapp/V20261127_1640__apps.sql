create schema metaapp;
grant usage on schema metaapp to moked_app, moked_worker;

-- Apps of tenants at Meta. Each delivers to an address of its own, signed with a secret of its own.
create table metaapp.app (
    tenant_id      uuid        not null,
    id             uuid        not null,
    name           text        not null check (length(name) between 1 and 200),
    -- Meta's id of the app.
    external_id    text        not null,
    -- The end of the address that Meta delivers to.
    key            text        not null,
    -- Two while one replaces the other; what was there first stands first.
    sealed_secrets bytea[]     not null check (cardinality(sealed_secrets) between 1 and 2),
    sealed_token   bytea       not null,
    created_at     timestamptz not null,
    delivered_at   timestamptz,
    primary key (tenant_id, id),
    unique (tenant_id, external_id)
);
-- A delivery names the key before anyone knows the tenant.
create unique index app_by_key on metaapp.app (key);
call tenancy.wall_off('metaapp.app');
call tenancy.open_to_worker('metaapp.app', 'select, update');
