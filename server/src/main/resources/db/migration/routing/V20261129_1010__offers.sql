-- A third way in which agents come to what waits: they are asked, and may say no.
alter table routing.department drop constraint department_mode_check;
alter table routing.department
    add constraint department_mode_check check (mode in ('pull', 'push', 'offer')),
    -- How long they have for an answer; and after how many in a row that they let pass they are away. Never for 0.
    add column offer_seconds int not null default 30 check (offer_seconds between 5 and 300),
    add column offer_misses  int not null default 3 check (offer_misses between 0 and 20),
    -- A contact who writes again within so long a time waits so long at most for the agent who had them. Never for 0.
    add column keep_within_seconds int not null default 0 check (keep_within_seconds between 0 and 2592000),
    add column keep_wait_seconds   int not null default 300 check (keep_wait_seconds between 5 and 86400),
    -- After how long a wait others get it, too.
    add column overflow_seconds int not null default 300 check (overflow_seconds between 5 and 86400);

create table routing.overflow (
    tenant_id     uuid not null,
    department_id uuid not null,
    to_id         uuid not null,
    place         int  not null,
    primary key (tenant_id, department_id, to_id),
    foreign key (tenant_id, department_id) references routing.department on delete cascade,
    foreign key (tenant_id, to_id) references routing.department on delete cascade,
    check (department_id <> to_id)
);
create index overflow_into on routing.overflow (tenant_id, to_id);
call tenancy.wall_off('routing.overflow');
-- What was left to be given is looked for in these lines, too.
call tenancy.open_to_worker('routing.overflow', 'select');

-- What an agent is asked to take. It waits until they do; so much of their room is kept for it meanwhile. An offer has the id of the
-- decision behind it.
create table routing.offer (
    tenant_id       uuid        not null,
    id              uuid        not null,
    conversation_id uuid        not null,
    department_id   uuid        not null,
    agent_id        uuid        not null,
    units           int         not null check (units > 0),
    made_at         timestamptz not null,
    ends_at         timestamptz not null,
    primary key (tenant_id, id)
) with (fillfactor = 80);
create unique index offer_of_conversation on routing.offer (tenant_id, conversation_id);
create index offer_to_agent on routing.offer (tenant_id, agent_id);
call tenancy.wall_off('routing.offer');
-- Those whose time is over are found over all tenants.
call tenancy.open_to_worker('routing.offer', 'select');

-- How many offers in a row somebody let pass.
create table routing.unanswered (
    tenant_id uuid not null,
    agent_id  uuid not null,
    times     int  not null check (times > 0),
    primary key (tenant_id, agent_id)
);
call tenancy.wall_off('routing.unanswered');

-- Who was asked during this wait, and did not take it.
alter table routing.waiting add column declined uuid[] not null default '{}';

-- What came of an offer; null where it was given at once. And whether it was kept for whoever knew the contact.
alter table routing.decision
    add column answer text check (answer in ('open', 'accepted', 'declined', 'passed', 'withdrawn')),
    add column kept   boolean not null default false;
