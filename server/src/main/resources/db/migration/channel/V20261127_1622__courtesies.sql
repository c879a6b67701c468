-- Whether a business lets its contacts see that they were read, and that somebody writes. Without a row, it does.
create table channel.courtesy (
    tenant_id     uuid    not null,
    read_receipts boolean not null,
    primary key (tenant_id)
);
call tenancy.wall_off('channel.courtesy');
