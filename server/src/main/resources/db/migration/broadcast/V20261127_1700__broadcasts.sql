create schema broadcast;
grant usage on schema broadcast to moked_app, moked_worker;

-- One template to many contacts.
create table broadcast.broadcast (
    tenant_id      uuid        not null,
    id             uuid        not null,
    -- The same broadcast posted twice is one broadcast.
    client_id      uuid        not null,
    name           text        not null,
    channel_id     uuid        not null,
    template_id    uuid        not null,
    category       text        not null,
    by_language    boolean     not null,
    slots          jsonb       not null,
    criteria       jsonb       not null,
    segment_id     uuid,
    starts_at      timestamptz not null,
    -- Of recipients whose own is not known.
    time_zone      text        not null,
    quiet_from     time,
    quiet_to       time,
    state          text        not null check (state in ('planned', 'running', 'paused', 'finished', 'cancelled')),
    pause          text,
    -- Up to where recipients have been written down; they all are once it is null and the broadcast has started.
    gathered_to    uuid,
    is_gathered    boolean     not null default false,
    -- Since when failures and warnings count that would pause it: whoever resumes it knows of those before.
    watched_from   timestamptz not null default 'epoch',
    -- Whether results have changed that nobody has been told of.
    has_news       boolean     not null default false,
    told_at        timestamptz not null default 'epoch',
    created_by     uuid        not null,
    created_at     timestamptz not null,
    started_at     timestamptz,
    finished_at    timestamptz,
    primary key (tenant_id, id),
    unique (tenant_id, client_id)
);
create index broadcast_by_time on broadcast.broadcast (tenant_id, created_at desc, id desc);
create index broadcast_at_work on broadcast.broadcast (starts_at)
    where state in ('planned', 'running', 'paused') or has_news;
call tenancy.wall_off('broadcast.broadcast');
call tenancy.open_to_worker('broadcast.broadcast', 'select, update');

-- In rising order, like the statuses of messages.
create type broadcast.recipient_state as enum
    ('waiting', 'skipped', 'queued', 'unconfirmed', 'sent', 'failed', 'delivered', 'read');

-- Each contact once: the row becomes a message in the transaction that puts the message into the outbox.
create table broadcast.recipient (
    tenant_id       uuid        not null,
    broadcast_id    uuid        not null,
    contact_id      uuid        not null,
    state           broadcast.recipient_state not null default 'waiting',
    -- Why skipped, or the code of the failure.
    reason          text,
    message_id      uuid,
    conversation_id uuid,
    due_at          timestamptz not null,
    queued_at       timestamptz,
    replied_at      timestamptz,
    primary key (tenant_id, broadcast_id, contact_id),
    foreign key (tenant_id, broadcast_id) references broadcast.broadcast
) with (fillfactor = 85);
create unique index recipient_of_message on broadcast.recipient (tenant_id, message_id) where message_id is not null;
create index recipient_waiting on broadcast.recipient (tenant_id, broadcast_id, due_at, contact_id) where state = 'waiting';
create index recipient_by_time on broadcast.recipient (tenant_id, broadcast_id, queued_at) where queued_at is not null;
create index recipient_to_reply on broadcast.recipient (tenant_id, conversation_id)
    where conversation_id is not null and replied_at is null;
call tenancy.wall_off('broadcast.recipient');
call tenancy.open_to_worker('broadcast.recipient', 'select, update');
call tenancy.sample_little('broadcast.recipient');
