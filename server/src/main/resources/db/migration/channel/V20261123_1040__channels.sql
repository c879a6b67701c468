create schema channel;
grant usage on schema channel to moked_app, moked_worker;

create table channel.channel (
    tenant_id    uuid  not null,
    id           uuid  not null,
    name         text  not null check (length(name) between 1 and 200),
    external_id  text  not null,
    address      text  not null,
    sealed_token bytea not null,
    primary key (tenant_id, id),
    unique (tenant_id, external_id)
);
-- A delivery names the number before anyone knows the tenant.
create index channel_by_number on channel.channel (external_id);
call tenancy.wall_off('channel.channel');
call tenancy.open_to_worker('channel.channel', 'select');
