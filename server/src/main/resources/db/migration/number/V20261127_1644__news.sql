create schema if not exists number;
grant usage on schema number to moked_app;

-- What Meta last told of each matter of an account or, where a phone is named, of a number.
create table number.news (
    tenant_id  uuid        not null,
    account_id text        not null,
    phone      text        not null,
    matter     text        not null,
    field      text        not null,
    event      text        not null,
    details    jsonb       not null,
    told_at    timestamptz not null,
    primary key (tenant_id, account_id, phone, matter)
);
call tenancy.wall_off('number.news');
