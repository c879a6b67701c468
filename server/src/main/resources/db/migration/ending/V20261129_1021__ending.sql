create schema ending;
grant usage on schema ending to moked_app, moked_worker;

-- Why conversations end, as the business names it, in the order in which people choose. A removed one is still told of what it
-- was chosen for.
create table ending.disposition (
    tenant_id  uuid        not null,
    id         uuid        not null,
    name       text        not null check (length(name) between 1 and 80),
    place      int         not null,
    removed_at timestamptz,
    primary key (tenant_id, id)
);
create unique index disposition_name on ending.disposition (tenant_id, lower(name)) where removed_at is null;
call tenancy.wall_off('ending.disposition');

-- For how long after its end a message of the contact opens a conversation again; where there is no row, never.
create table ending.reopening (
    tenant_id uuid not null,
    minutes   int  not null check (minutes between 1 and 43200),
    primary key (tenant_id)
);
call tenancy.wall_off('ending.reopening');

-- How conversations of a department end; without a row, only when somebody ends them.
create table ending.department (
    tenant_id              uuid    not null,
    department_id          uuid    not null,
    requires_disposition   boolean not null,
    wrap_up_seconds        int     not null check (wrap_up_seconds between 0 and 3600),
    nudge_minutes          int check (nudge_minutes between 1 and 43200),
    nudge_english          text,
    nudge_hebrew           text,
    resolve_minutes        int check (resolve_minutes between 1 and 43200 and resolve_minutes > coalesce(nudge_minutes, 0)),
    farewell_english       text,
    farewell_hebrew        text,
    agent_minutes          int check (agent_minutes between 1 and 43200),
    primary key (tenant_id, department_id)
);
call tenancy.wall_off('ending.department');
-- Whoever follows the journal asks whether a business counts silence at all.
call tenancy.open_to_worker('ending.department', 'select');

-- When what is set aside is looked at again.
create table ending.wake (
    tenant_id       uuid        not null,
    conversation_id uuid        not null,
    due_at          timestamptz not null,
    primary key (tenant_id, conversation_id)
);
create index wake_due on ending.wake (due_at);
call tenancy.wall_off('ending.wake');
call tenancy.open_to_worker('ending.wake', 'select');

-- Agents whose conversation has ended, and who keep its room until then.
create table ending.wrap_up (
    tenant_id       uuid        not null,
    conversation_id uuid        not null,
    agent_id        uuid        not null,
    due_at          timestamptz not null,
    primary key (tenant_id, conversation_id)
);
create index wrap_up_of_agent on ending.wrap_up (tenant_id, agent_id);
create index wrap_up_due on ending.wrap_up (due_at);
call tenancy.wall_off('ending.wrap_up');
call tenancy.open_to_worker('ending.wrap_up', 'select');

-- Who is silent in a conversation, since when, and when that is to be looked at; without a time, not before something is said.
create table ending.silence (
    tenant_id       uuid        not null,
    conversation_id uuid        not null,
    silent          text        not null check (silent in ('contact', 'agent')),
    since           timestamptz not null,
    nudged_at       timestamptz,
    due_at          timestamptz,
    primary key (tenant_id, conversation_id)
) with (fillfactor = 80);
create index silence_due on ending.silence (due_at) where due_at is not null;
call tenancy.wall_off('ending.silence');
call tenancy.open_to_worker('ending.silence', 'select, insert, update, delete');
