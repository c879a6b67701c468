create schema journal;
grant usage on schema journal to moked_app, moked_worker;

-- Ids, times and enums only: never content, names or numbers.
create table journal.entry (
    tenant_id uuid        not null,
    -- The writing transaction: readers stay below the oldest one still running, so nothing commits behind their back.
    xid       xid8        not null default pg_current_xact_id(),
    seq       bigint      not null generated always as identity,
    kind      text        not null,
    subject   uuid        not null,
    actor     uuid,
    facts     jsonb       not null,
    at        timestamptz not null,
    primary key (tenant_id, xid, seq)
);
create index entry_in_order on journal.entry (xid, seq);
call tenancy.wall_off('journal.entry');
revoke update, delete on journal.entry from moked_app;
call tenancy.open_to_worker('journal.entry', 'select');

-- How far each follower has read, over all tenants.
create table journal.follower (
    name text   not null primary key,
    xid  xid8   not null,
    seq  bigint not null
);
grant select, insert, update on journal.follower to moked_worker;
