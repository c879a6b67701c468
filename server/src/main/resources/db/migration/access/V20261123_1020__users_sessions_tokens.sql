create schema access;
grant usage on schema access to moked_app, moked_worker;

create table access.app_user (
    tenant_id     uuid not null,
    id            uuid not null,
    name          text not null check (length(name) between 1 and 200),
    email         text not null check (email = lower(email) and length(email) <= 254),
    language      text not null check (language in ('en', 'he')),
    role          text not null check (role in ('agent', 'manager', 'administrator', 'operator')),
    password_hash text not null,
    primary key (tenant_id, id),
    unique (tenant_id, email)
);
-- Sign-in knows the address before it knows the tenant.
create index app_user_by_email on access.app_user (email);
call tenancy.wall_off('access.app_user');
call tenancy.open_to_worker('access.app_user', 'select');

create table access.session (
    tenant_id uuid        not null,
    digest    bytea       not null,
    user_id   uuid        not null,
    opened_at timestamptz not null,
    seen_at   timestamptz not null,
    ends_at   timestamptz not null,
    primary key (tenant_id, digest),
    foreign key (tenant_id, user_id) references access.app_user on delete cascade
);
create index session_by_digest on access.session (digest);
create index session_of_user on access.session (tenant_id, user_id);
call tenancy.wall_off('access.session');
call tenancy.open_to_worker('access.session', 'select, insert, update, delete');

create table access.api_token (
    tenant_id    uuid        not null,
    id           uuid        not null,
    digest       bytea       not null,
    name         text        not null check (length(name) between 1 and 200),
    user_id      uuid        not null,
    created_at   timestamptz not null,
    last_used_at timestamptz,
    primary key (tenant_id, id),
    foreign key (tenant_id, user_id) references access.app_user on delete cascade
);
create index api_token_by_digest on access.api_token (digest);
create index api_token_of_user on access.api_token (tenant_id, user_id);
call tenancy.wall_off('access.api_token');
call tenancy.open_to_worker('access.api_token', 'select, update');

-- Wrong passwords by a digest of the address tried, which need not belong to anyone, nor to a tenant.
create table access.sign_in_throttle (
    address_digest bytea       not null primary key,
    tries          int         not null,
    open_at        timestamptz not null
);
grant select, insert, update, delete on access.sign_in_throttle to moked_worker;
