-- Whether agents are given what waits, or take it; and who of them is chosen.
alter table routing.department add column mode text not null default 'pull' check (mode in ('pull', 'push'));
alter table routing.department add column choice text not null default 'longest_idle'
    check (choice in ('longest_idle', 'least_occupied', 'round_robin', 'most_skilled'));

-- Who is given what waits in a department.
create table routing.member (
    tenant_id     uuid not null,
    department_id uuid not null,
    agent_id      uuid not null,
    primary key (tenant_id, department_id, agent_id),
    foreign key (tenant_id, department_id) references routing.department
);
call tenancy.wall_off('routing.member');

-- What waits. Rows come and go with the conversation's own, in the same transactions.
create table routing.waiting (
    tenant_id       uuid        not null,
    conversation_id uuid        not null,
    contact_id      uuid        not null,
    channel_id      uuid        not null,
    department_id   uuid,
    since           timestamptz not null,
    -- When it would have come if all were equally urgent; the order of the line.
    standing_at     timestamptz not null,
    units           int         not null check (units > 0),
    primary key (tenant_id, conversation_id)
) with (fillfactor = 80);
create index waiting_in_line on routing.waiting (tenant_id, department_id, standing_at, conversation_id);
call tenancy.wall_off('routing.waiting');
grant usage on schema routing to moked_worker;
call tenancy.open_to_worker('routing.waiting', 'select');

-- What agents hold.
create table routing.held (
    tenant_id       uuid        not null,
    conversation_id uuid        not null,
    agent_id        uuid        not null,
    units           int         not null check (units > 0),
    since           timestamptz not null,
    primary key (tenant_id, conversation_id)
) with (fillfactor = 80);
create index held_by_agent on routing.held (tenant_id, agent_id);
call tenancy.wall_off('routing.held');

-- Why an agent was given a conversation.
create table routing.decision (
    tenant_id       uuid        not null,
    id              uuid        not null,
    conversation_id uuid        not null,
    agent_id        uuid        not null,
    department_id   uuid        not null,
    waiting_since   timestamptz not null,
    at              timestamptz not null,
    units           int         not null,
    choice          text        not null,
    considered      jsonb       not null,
    obstacles       jsonb       not null,
    passed          int         not null,
    primary key (tenant_id, id)
);
create index decision_about on routing.decision (tenant_id, conversation_id, at desc, id desc);
call tenancy.wall_off('routing.decision');

-- What waits and what is held already.
alter table conversation.conversation no force row level security;
alter table agent.agent no force row level security;
alter table routing.waiting no force row level security;
alter table routing.held no force row level security;
insert into routing.waiting (tenant_id, conversation_id, contact_id, channel_id, department_id, since, standing_at, units)
select tenant_id, id, contact_id, channel_id, department_id, waiting_since, waiting_since, 1
from conversation.conversation where handler = 'queue' and status = 'open';
insert into routing.held (tenant_id, conversation_id, agent_id, units, since)
select tenant_id, id, assignee_id, 1, opened_at from conversation.conversation where handler = 'agent' and status = 'open';
insert into agent.agent (tenant_id, user_id, availability, since, capacity, used, idle_since)
select tenant_id, agent_id, 'offline', now(), 30, count(*), now() from routing.held group by tenant_id, agent_id;
alter table routing.held force row level security;
alter table routing.waiting force row level security;
alter table agent.agent force row level security;
alter table conversation.conversation force row level security;
