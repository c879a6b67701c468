create schema target;
grant usage on schema target to moked_app, moked_worker;

-- What a business has promised. Its edition counts the changes of targets and of the hours they are counted in: what was
-- reckoned by an earlier one is reckoned anew.
create table target.agreement (
    tenant_id    uuid    not null,
    edition      int     not null,
    warn_percent int     not null check (warn_percent between 10 and 95),
    -- Up to which conversation those are taken up that were open before anything was promised; null once all are.
    taken_up_to  uuid,
    -- Only once all transactions are over that may not have known of the agreement: what they open would be missed.
    taken_up_behind xid8,
    primary key (tenant_id)
);
call tenancy.wall_off('target.agreement');
call tenancy.open_to_worker('target.agreement', 'select');

-- Within so many minutes of its hours a department answers, or is done.
create table target.pledge (
    tenant_id     uuid not null,
    department_id uuid not null,
    priority      text not null check (priority in ('urgent', 'high', 'normal', 'low')),
    kind          text not null check (kind in ('first_response', 'next_response', 'resolution')),
    minutes       int  not null check (minutes > 0),
    primary key (tenant_id, department_id, priority, kind)
);
call tenancy.wall_off('target.pledge');

-- How much of its time each has used. Time runs since a moment; what ran before, the sum of it tells.
create table target.countdown (
    tenant_id       uuid        not null,
    conversation_id uuid        not null,
    kind            text        not null check (kind in ('first_response', 'next_response', 'resolution')),
    state           text        not null check (state in ('running', 'paused', 'met', 'ended')),
    since           timestamptz,
    spent_ms        bigint      not null,
    warn_at         timestamptz,
    due_at          timestamptz,
    is_warned       boolean     not null,
    is_broken       boolean     not null,
    -- When there is something to tell next.
    next_at         timestamptz,
    edition         int         not null,
    primary key (tenant_id, conversation_id, kind),
    check ((state = 'running') = (since is not null))
) with (fillfactor = 80);
-- Without the tenant in front: the next of all tenants is waited for.
create index countdown_next on target.countdown (next_at) where next_at is not null;
create index countdown_by_edition on target.countdown (tenant_id, edition) where state = 'running';
call tenancy.wall_off('target.countdown');
call tenancy.open_to_worker('target.countdown', 'select');
