create schema factor;
grant usage on schema factor to moked_app, moked_worker;

-- Users are rows of another room: it has them forgotten here before it forgets them itself.
create table factor.one_time_code (
    tenant_id    uuid        not null,
    user_id      uuid        not null,
    sealed_seed  bytea       not null,
    made_at      timestamptz not null,
    confirmed_at timestamptz,
    last_step    bigint      not null,
    primary key (tenant_id, user_id)
);
call tenancy.wall_off('factor.one_time_code');

create table factor.recovery_code (
    tenant_id uuid  not null,
    digest    bytea not null,
    user_id   uuid  not null,
    primary key (tenant_id, digest)
);
create index recovery_code_of_user on factor.recovery_code (tenant_id, user_id);
call tenancy.wall_off('factor.recovery_code');

create table factor.passkey (
    tenant_id       uuid        not null,
    id              uuid        not null,
    user_id         uuid        not null,
    credential_id   bytea       not null,
    credential      bytea       not null,
    uses            bigint      not null,
    backup_eligible boolean     not null,
    backed_up       boolean     not null,
    transports      text        not null,
    label           text        not null check (length(label) between 1 and 100),
    created_at      timestamptz not null,
    last_used_at    timestamptz,
    primary key (tenant_id, id),
    unique (tenant_id, credential_id)
);
-- Whoever signs in with a passkey names nobody; the passkey does.
create index passkey_by_credential on factor.passkey (credential_id);
create index passkey_of_user on factor.passkey (tenant_id, user_id);
call tenancy.wall_off('factor.passkey');
call tenancy.open_to_worker('factor.passkey', 'select, update');

-- What passkeys have signed already. It says nothing about whose they were.
create table factor.spent_challenge (
    digest  bytea       not null primary key,
    ends_at timestamptz not null
);
grant select, insert, delete on factor.spent_challenge to moked_worker;

-- Tries at a way in by a keyed digest of what was tried, which need not belong to anyone, nor to a tenant.
create table factor.throttle (
    key     bytea       not null primary key,
    tries   int         not null,
    open_at timestamptz not null
);
create index throttle_by_time on factor.throttle (open_at);
grant select, insert, update, delete on factor.throttle to moked_worker;

create table factor.security_policy (
    tenant_id       uuid not null primary key,
    second_factor   text not null check (second_factor in ('nobody', 'administrators', 'everyone')),
    password_length int  not null check (password_length between 12 and 64),
    idle_minutes    int  not null check (idle_minutes between 15 and 1440),
    session_hours   int  not null check (session_hours between 1 and 168)
);
call tenancy.wall_off('factor.security_policy');
