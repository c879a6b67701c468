-- What agents can do, as the business names it.
create table routing.skill (
    tenant_id uuid not null,
    id        uuid not null,
    name      text not null,
    primary key (tenant_id, id)
);
create unique index skill_name on routing.skill (tenant_id, lower(name));
call tenancy.wall_off('routing.skill');

-- How well an agent does.
create table routing.ability (
    tenant_id uuid not null,
    agent_id  uuid not null,
    skill_id  uuid not null,
    level     int  not null check (level between 1 and 5),
    primary key (tenant_id, agent_id, skill_id),
    foreign key (tenant_id, skill_id) references routing.skill on delete cascade
);
create index ability_in_skill on routing.ability (tenant_id, skill_id);
call tenancy.wall_off('routing.ability');

-- What a conversation asks of whoever is to have it, whenever it waits.
create table routing.need (
    tenant_id       uuid    not null,
    conversation_id uuid    not null,
    skill_id        uuid    not null,
    level           int     not null check (level between 1 and 5),
    is_required     boolean not null,
    primary key (tenant_id, conversation_id, skill_id),
    foreign key (tenant_id, skill_id) references routing.skill on delete cascade
);
create index need_of_skill on routing.need (tenant_id, skill_id);
call tenancy.wall_off('routing.need');

-- How urgent it is, where it is not as all others are, and what that is worth in seconds.
create table routing.urgency (
    tenant_id       uuid not null,
    conversation_id uuid not null,
    priority        text not null check (priority in ('urgent', 'high', 'normal', 'low')),
    start_seconds   int  not null,
    primary key (tenant_id, conversation_id)
);
call tenancy.wall_off('routing.urgency');

-- After how long a wait one level less is required; null for never.
alter table routing.department add column relax_seconds int check (relax_seconds between 10 and 86400);
