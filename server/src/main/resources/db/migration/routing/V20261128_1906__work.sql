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

-- What waits. Rows come and go with the conversation's own, in the same transactions; those that wait by now come from there.
alter table routing.waiting
    alter tenant_id set not null,
    alter conversation_id set not null,
    alter contact_id set not null,
    alter channel_id set not null,
    alter since set not null,
    -- When it would have come if all were equally urgent; the order of the line.
    alter standing_at set not null,
    alter units set not null,
    add check (units > 0),
    add primary key (tenant_id, conversation_id),
    set (fillfactor = 80);
create index waiting_in_line on routing.waiting (tenant_id, department_id, standing_at, conversation_id);
call tenancy.wall_off('routing.waiting');
grant usage on schema routing to moked_worker;
call tenancy.open_to_worker('routing.waiting', 'select');

-- What agents hold, likewise.
alter table routing.held
    alter tenant_id set not null,
    alter conversation_id set not null,
    alter agent_id set not null,
    alter units set not null,
    alter since set not null,
    add check (units > 0),
    add primary key (tenant_id, conversation_id),
    set (fillfactor = 80);
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
