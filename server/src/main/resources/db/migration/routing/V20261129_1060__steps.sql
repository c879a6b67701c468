-- What conversations went through: each waits in a line, is given to an agent, rests for a while, and ends. Past days are gone through from these.
create table routing.step (
    tenant_id       uuid        not null,
    at              timestamptz not null,
    seq             bigint      not null generated always as identity,
    conversation_id uuid        not null,
    what            text        not null check (what in ('waits', 'given', 'rests', 'ended')),
    department_id   uuid,
    agent_id        uuid,
    primary key (tenant_id, at, seq)
);
call tenancy.wall_off('routing.step');
-- What waits and is held by now has come from somewhere, too.
alter table routing.waiting no force row level security;
alter table routing.held no force row level security;
alter table routing.step no force row level security;
insert into routing.step (tenant_id, at, conversation_id, what, department_id)
select tenant_id, since, conversation_id, 'waits', department_id from routing.waiting;
insert into routing.step (tenant_id, at, conversation_id, what, agent_id)
select tenant_id, since, conversation_id, 'given', agent_id from routing.held;
alter table routing.waiting force row level security;
alter table routing.held force row level security;
alter table routing.step force row level security;

-- Those too old are found over all tenants, and so are decisions; both by keys that grow with time.
call tenancy.open_to_worker('routing.step', 'select, delete');
call tenancy.open_to_worker('routing.decision', 'select, delete');
create index step_by_time on routing.step (at);
create index decision_by_id on routing.decision (id);
