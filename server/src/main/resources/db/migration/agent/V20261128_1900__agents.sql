create schema agent;
grant usage on schema agent to moked_app;

-- Whether a user takes conversations, and how much they hold. What they hold is changed only by statements that look at
-- it in the same moment, so however many servers give at once, nobody is given more than fits.
create table agent.agent (
    tenant_id     uuid        not null,
    user_id       uuid        not null,
    availability  text        not null check (availability in ('available', 'busy', 'break', 'away', 'offline')),
    since         timestamptz not null,
    capacity      int         not null check (capacity between 1 and 1000),
    used          int         not null default 0 check (used >= 0),
    idle_since    timestamptz not null,
    last_given_at timestamptz,
    primary key (tenant_id, user_id)
) with (fillfactor = 70);
call tenancy.wall_off('agent.agent');

-- How they have been; the last one of each goes on.
create table agent.spell (
    tenant_id    uuid        not null,
    id           uuid        not null,
    user_id      uuid        not null,
    availability text        not null,
    since        timestamptz not null,
    primary key (tenant_id, id)
);
create index spell_of_agent on agent.spell (tenant_id, user_id, since desc, id desc);
call tenancy.wall_off('agent.spell');
