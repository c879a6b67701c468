create schema conversation;
grant usage on schema conversation to moked_app, moked_worker;

create table conversation.conversation (
    tenant_id       uuid        not null,
    id              uuid        not null,
    contact_id      uuid        not null,
    channel_id      uuid        not null,
    status          text        not null check (status in ('open', 'snoozed', 'resolved')),
    handler         text        not null check (handler in ('nobody', 'bot', 'queue', 'agent')),
    department_id   uuid,
    assignee_id     uuid,
    labels          text[]      not null default '{}',
    unread          int         not null default 0,
    opened_at       timestamptz not null,
    waiting_since   timestamptz,
    resolved_at     timestamptz,
    last_inbound_at timestamptz,
    last_message_at timestamptz not null,
    last_message_id uuid,
    primary key (tenant_id, id),
    check ((handler = 'agent') = (assignee_id is not null))
) with (fillfactor = 85);
-- At most one conversation of a contact on a channel is open, whatever runs at the same time.
create unique index conversation_open on conversation.conversation (tenant_id, channel_id, contact_id)
    where status <> 'resolved';
create index conversation_unresolved on conversation.conversation (tenant_id, last_message_at desc, id desc)
    where status <> 'resolved';
create index conversation_by_time on conversation.conversation (tenant_id, last_message_at desc, id desc);
create index conversation_of_agent on conversation.conversation (tenant_id, assignee_id)
    where assignee_id is not null and status <> 'resolved';
create index conversation_waiting on conversation.conversation (tenant_id, department_id, waiting_since, id)
    where handler = 'queue' and status = 'open';
-- Without the tenant in front: while the table is small, the planner would take this index for a lookup by id.
create index conversation_of_contact on conversation.conversation (contact_id);
call tenancy.wall_off('conversation.conversation');

-- In rising order: a status never goes back (sent < delivered < read; a failure outranks a mere sent).
create type conversation.message_status as enum
    ('received', 'queued', 'unconfirmed', 'sent', 'failed', 'delivered', 'read');

create table conversation.message (
    tenant_id       uuid        not null,
    id              uuid        not null,
    conversation_id uuid        not null,
    channel_id      uuid        not null,
    direction       text        not null check (direction in ('inbound', 'outbound')),
    author_kind     text        not null check (author_kind in ('contact', 'agent', 'bot', 'system')),
    author_id       uuid,
    content         jsonb       not null,
    status          conversation.message_status not null,
    external_id     text,
    client_id       uuid,
    retried_by      uuid,
    failure_code    text,
    failure_reason  text,
    at              timestamptz not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, conversation_id) references conversation.conversation,
    -- The same message delivered twice is one message.
    unique (tenant_id, channel_id, external_id)
) with (fillfactor = 85);
create index message_in_thread on conversation.message (tenant_id, conversation_id, at desc, id desc);
-- The same reply posted twice is one reply.
create unique index message_by_client on conversation.message (tenant_id, conversation_id, client_id)
    where client_id is not null;
call tenancy.wall_off('conversation.message');

create table conversation.note (
    tenant_id       uuid        not null,
    id              uuid        not null,
    conversation_id uuid        not null,
    author_id       uuid        not null,
    body            text        not null,
    client_id       uuid        not null,
    at              timestamptz not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, conversation_id) references conversation.conversation,
    unique (tenant_id, conversation_id, client_id)
);
create index note_in_thread on conversation.note (tenant_id, conversation_id, at desc, id desc);
call tenancy.wall_off('conversation.note');

-- What happened to a conversation, as the thread shows it between messages.
create table conversation.event (
    tenant_id       uuid        not null,
    id              uuid        not null,
    conversation_id uuid        not null,
    type            text        not null,
    actor_id        uuid,
    subject_id      uuid,
    at              timestamptz not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, conversation_id) references conversation.conversation
);
create index event_in_thread on conversation.event (tenant_id, conversation_id, at desc, id desc);
call tenancy.wall_off('conversation.event');

-- Messages on their way out. A row is claimed as 'sending' and committed before the first byte leaves,
-- so after a crash it is 'unknown', never sent again by a machine.
create table conversation.outbox (
    tenant_id       uuid        not null,
    message_id      uuid        not null,
    conversation_id uuid        not null,
    channel_id      uuid        not null,
    state           text        not null check (state in ('queued', 'sending', 'unknown')),
    attempts        int         not null default 0,
    due_at          timestamptz not null,
    -- The order in which the conversation's lock let them in, whatever the clocks of the servers say.
    seq             bigint      not null generated always as identity,
    primary key (tenant_id, message_id),
    foreign key (tenant_id, message_id) references conversation.message
);
create index outbox_due on conversation.outbox (due_at);
create index outbox_in_order on conversation.outbox (tenant_id, conversation_id, seq);
create index outbox_of_channel on conversation.outbox (tenant_id, channel_id, state, due_at);
call tenancy.wall_off('conversation.outbox');
call tenancy.open_to_worker('conversation.outbox', 'select, update, delete');

-- When a number, and a pair of number and contact, may send next (Meta's throughput and pair rates).
create table conversation.number_pace (
    tenant_id  uuid        not null,
    channel_id uuid        not null,
    free_at    timestamptz not null,
    primary key (tenant_id, channel_id)
);
call tenancy.wall_off('conversation.number_pace');
call tenancy.open_to_worker('conversation.number_pace', 'select, insert, update');

create table conversation.pair_pace (
    tenant_id       uuid        not null,
    conversation_id uuid        not null,
    free_at         timestamptz not null,
    primary key (tenant_id, conversation_id)
);
call tenancy.wall_off('conversation.pair_pace');
call tenancy.open_to_worker('conversation.pair_pace', 'select, insert, update, delete');

-- Receipts that came before the message they are about was known by the network's id.
create table conversation.parked_receipt (
    tenant_id      uuid        not null,
    channel_id     uuid        not null,
    external_id    text        not null,
    status         conversation.message_status not null,
    failure_code   text,
    failure_reason text,
    at             timestamptz not null,
    primary key (tenant_id, channel_id, external_id, status)
);
call tenancy.wall_off('conversation.parked_receipt');
call tenancy.open_to_worker('conversation.parked_receipt', 'select, delete');
