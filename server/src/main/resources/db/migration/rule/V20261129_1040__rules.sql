create schema rule;
grant usage on schema rule to moked_app, moked_worker;

-- What happens to conversations by itself, in its order.
create table rule.rule (
    tenant_id  uuid    not null,
    id         uuid    not null,
    name       text    not null check (length(name) between 1 and 80),
    place      int     not null,
    trigger    text    not null check (trigger in ('opening', 'message', 'label', 'waiting', 'unanswered', 'open')),
    minutes    int     check (minutes > 0),
    is_enabled boolean not null,
    conditions jsonb   not null,
    actions    jsonb   not null,
    -- Counts the changes, so that nobody undoes one they have not seen.
    version    int     not null,
    acted      bigint  not null default 0,
    acted_at   timestamptz,
    primary key (tenant_id, id),
    check ((minutes is not null) = (trigger in ('waiting', 'unanswered', 'open')))
);
create unique index rule_by_name on rule.rule (tenant_id, lower(name));
call tenancy.wall_off('rule.rule');
-- What happens to all tenants is read in one line; where no rule asks for it, nothing is written down.
call tenancy.open_to_worker('rule.rule', 'select');

-- When rules are to be looked at. What comes with time stands here once for its conversation, as long as the state
-- lasts: due while it has yet to be looked at, and over once it was.
create table rule.occasion (
    tenant_id       uuid        not null,
    id              uuid        not null,
    conversation_id uuid        not null,
    trigger         text        not null,
    minutes         int,
    message_id      uuid,
    since           timestamptz not null,
    due_at          timestamptz,
    is_over         boolean     not null default false,
    tries           int         not null default 0,
    primary key (tenant_id, id)
);
create unique index occasion_with_time on rule.occasion (tenant_id, conversation_id, trigger, minutes)
    where minutes is not null;
create index occasion_due on rule.occasion (due_at) where due_at is not null;
call tenancy.wall_off('rule.occasion');
call tenancy.open_to_worker('rule.occasion', 'select, insert, update, delete');

-- The labels of a conversation that rules have been told of: what is there beyond these was added since.
create table rule.known_labels (
    tenant_id       uuid   not null,
    conversation_id uuid   not null,
    labels          text[] not null,
    primary key (tenant_id, conversation_id)
);
call tenancy.wall_off('rule.known_labels');

-- Calls to somebody else's server, until they are taken or given up.
create table rule.call (
    tenant_id       uuid        not null,
    id              uuid        not null,
    rule_id         uuid        not null,
    conversation_id uuid        not null,
    url             text        not null,
    body            text        not null,
    state           text        not null check (state in ('waiting', 'taken', 'dead')),
    attempts        int         not null default 0,
    -- The status that the server answered, or a word for why it did not.
    outcome         text,
    due_at          timestamptz not null,
    at              timestamptz not null,
    primary key (tenant_id, id)
);
create index call_by_time on rule.call (tenant_id, at desc, id desc);
create index call_due on rule.call (due_at) where state = 'waiting';
create index call_by_age on rule.call (at);
call tenancy.wall_off('rule.call');
call tenancy.open_to_worker('rule.call', 'select, update, delete');

-- What calls of a business are signed with.
create table rule.secret (
    tenant_id  uuid        not null,
    sealed     bytea       not null,
    renewed_at timestamptz not null,
    primary key (tenant_id)
);
call tenancy.wall_off('rule.secret');
