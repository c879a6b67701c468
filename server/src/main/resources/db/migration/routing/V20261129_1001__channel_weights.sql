-- How many units of an agent a conversation of a channel takes, where that is not one.
create table routing.channel_weight (
    tenant_id  uuid not null,
    channel_id uuid not null,
    units      int  not null check (units between 1 and 10),
    primary key (tenant_id, channel_id)
);
call tenancy.wall_off('routing.channel_weight');
