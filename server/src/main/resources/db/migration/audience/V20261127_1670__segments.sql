create schema audience;
grant usage on schema audience to moked_app;

-- Contacts by what they have in common, under a name. Who they are is asked anew each time.
create table audience.segment (
    tenant_id  uuid        not null,
    id         uuid        not null,
    name       text        not null,
    criteria   jsonb       not null,
    changed_at timestamptz not null,
    primary key (tenant_id, id),
    unique (tenant_id, name)
);
call tenancy.wall_off('audience.segment');
