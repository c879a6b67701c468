grant usage on schema agent to moked_worker;

-- Why somebody is on a break, in the business's own words. Who was on one keeps its words after it is removed.
create table agent.break_reason (
    tenant_id  uuid        not null,
    id         uuid        not null,
    name_en    text        not null,
    name_he    text        not null,
    removed_at timestamptz,
    primary key (tenant_id, id)
);
create unique index break_reason_en on agent.break_reason (tenant_id, lower(name_en)) where removed_at is null;
create unique index break_reason_he on agent.break_reason (tenant_id, lower(name_he)) where removed_at is null;
call tenancy.wall_off('agent.break_reason');

-- Whom the server took for gone comes back as what they were.
alter table agent.agent
    add column reason_id uuid,
    add column back_as text check (back_as in ('available', 'busy')),
    add foreign key (tenant_id, reason_id) references agent.break_reason;

-- Each goes on until the next begins; of each agent one goes on.
alter table agent.spell
    add column reason_id uuid,
    add column changed_by text not null default 'oneself' check (changed_by in ('oneself', 'manager', 'server')),
    add column actor_id uuid,
    add column until timestamptz;
alter table agent.spell no force row level security;
update agent.spell s set until = n.until, actor_id = s.user_id
from (select tenant_id, id, lead(since) over (partition by tenant_id, user_id order by since, id) as until from agent.spell) n
where n.tenant_id = s.tenant_id and n.id = s.id;
alter table agent.spell force row level security;
alter table agent.spell add foreign key (tenant_id, reason_id) references agent.break_reason;
create unique index spell_that_goes_on on agent.spell (tenant_id, user_id) where until is null;
create index spell_by_end on agent.spell (until);
call tenancy.open_to_worker('agent.spell', 'select, delete');

-- How long a console may be gone before its agent is taken for gone.
create table agent.absence_rule (
    tenant_id     uuid not null primary key,
    grace_minutes int  not null check (grace_minutes between 0 and 1440)
);
call tenancy.wall_off('agent.absence_rule');
call tenancy.open_to_worker('agent.absence_rule', 'select');

-- Servers that are there. Each says so while it is; what it saw, goes with it.
create table agent.witness (
    id         uuid        not null primary key,
    seen_until timestamptz not null
);
grant select, insert, update, delete on agent.witness to moked_worker;

-- Agents whose consoles a server sees, or saw until a moment. Written when the first of somebody's comes and after the
-- last has gone, and forgotten once that has been acted on.
create table agent.sight (
    tenant_id  uuid        not null,
    user_id    uuid        not null,
    witness_id uuid        not null,
    came_at    timestamptz not null,
    gone_at    timestamptz,
    primary key (tenant_id, user_id, witness_id)
);
create index sight_gone on agent.sight (gone_at) where gone_at is not null;
create index sight_of_witness on agent.sight (witness_id) where gone_at is null;
call tenancy.wall_off('agent.sight');
call tenancy.open_to_worker('agent.sight', 'select, insert, update, delete');
