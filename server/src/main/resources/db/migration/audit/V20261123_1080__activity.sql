create schema audit;
grant usage on schema audit to moked_app, moked_worker;

-- What was done, by whom and when. The server may add to it and read it, and change nothing.
create table audit.entry (
    tenant_id uuid        not null,
    id        uuid        not null,
    action    text        not null,
    actor_id  uuid,
    subject   uuid        not null,
    details   jsonb       not null,
    at        timestamptz not null,
    primary key (tenant_id, id)
);
create index entry_by_time on audit.entry (tenant_id, at desc, id desc);
call tenancy.wall_off('audit.entry');
revoke insert, update, delete on audit.entry from moked_app;
call tenancy.open_to_worker('audit.entry', 'insert');
