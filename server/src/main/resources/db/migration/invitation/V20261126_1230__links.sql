create schema invitation;
grant usage on schema invitation to moked_app, moked_worker;

-- Links that were mailed: good once, for a while, and only while nobody has asked for another.
create table invitation.link (
    tenant_id  uuid        not null,
    id         uuid        not null,
    user_id    uuid        not null,
    kind       text        not null check (kind in ('invitation', 'password-reset')),
    digest     bytea       not null,
    letter_id  uuid        not null,
    made_at    timestamptz not null,
    expires_at timestamptz not null,
    primary key (tenant_id, id),
    unique (tenant_id, user_id, kind)
);
-- Whoever comes with one says nothing else about themselves.
create index link_by_digest on invitation.link (digest);
call tenancy.wall_off('invitation.link');
call tenancy.open_to_worker('invitation.link', 'select, delete');
