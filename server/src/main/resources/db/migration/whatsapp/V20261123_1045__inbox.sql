create schema whatsapp;
grant usage on schema whatsapp to moked_app, moked_worker;

-- Deliveries exactly as Meta sent them, until they have been worked through. They may span tenants, so
-- no tenant owns them and only the worker may touch them.
create table whatsapp.delivery (
    id          bigint      not null generated always as identity,
    -- Deliveries of one number share a lane and are worked through in order.
    lane        smallint    not null,
    attempts    smallint    not null default 0,
    received_at timestamptz not null,
    due_at      timestamptz not null,
    body        bytea       not null,
    primary key (lane, id)
) with (autovacuum_vacuum_scale_factor = 0.0, autovacuum_vacuum_threshold = 5000);
alter table whatsapp.delivery alter column body set storage external;
grant select, insert, update, delete on whatsapp.delivery to moked_worker;

-- Deliveries that could not be worked through, until an operator replays or discards them.
create table whatsapp.dead_letter (
    id          uuid        not null primary key,
    attempts    smallint    not null,
    reason      text        not null,
    received_at timestamptz not null,
    failed_at   timestamptz not null,
    body        bytea       not null
);
create index dead_letter_by_time on whatsapp.dead_letter (failed_at desc, id desc);
grant select, insert, delete on whatsapp.dead_letter to moked_worker;

-- Changes of fields that nothing here reads yet, kept until something does.
create table whatsapp.unread_change (
    id          uuid        not null primary key,
    field       text        not null,
    received_at timestamptz not null,
    body        bytea       not null
);
grant select, insert, delete on whatsapp.unread_change to moked_worker;

-- Files that messages announced and that are still to be fetched from Meta.
create table whatsapp.media_fetch (
    tenant_id   uuid        not null,
    media_id    uuid        not null,
    channel_id  uuid        not null,
    external_id text        not null,
    sha256      text,
    attempts    int         not null default 0,
    due_at      timestamptz not null,
    primary key (tenant_id, media_id)
);
create index media_fetch_due on whatsapp.media_fetch (due_at);
call tenancy.wall_off('whatsapp.media_fetch');
call tenancy.open_to_worker('whatsapp.media_fetch', 'select, update, delete');
