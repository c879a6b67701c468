create schema sending;
grant usage on schema sending to moked_app, moked_worker;

-- When a number may send next, and how much it may send (Meta's throughput).
create table sending.number_pace (
    tenant_id  uuid        not null,
    channel_id uuid        not null,
    free_at    timestamptz not null,
    per_second int         not null default 80 check (per_second > 0),
    primary key (tenant_id, channel_id)
);
call tenancy.wall_off('sending.number_pace');
call tenancy.open_to_worker('sending.number_pace', 'select, insert, update');

-- When a number may send to the same person next (Meta's pair rate).
create table sending.pair_pace (
    tenant_id    uuid        not null,
    channel_id   uuid        not null,
    recipient_id uuid        not null,
    free_at      timestamptz not null,
    primary key (tenant_id, channel_id, recipient_id)
);
call tenancy.wall_off('sending.pair_pace');
call tenancy.open_to_worker('sending.pair_pace', 'select, insert, update, delete');
