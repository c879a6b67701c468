-- Sessions opened so far say nothing of how they were opened; whoever has one signs in anew.
drop table access.session;

create table access.session (
    tenant_id    uuid        not null,
    id           uuid        not null,
    digest       bytea       not null,
    user_id      uuid        not null,
    standing     text        not null
        check (standing in ('second-factor-required', 'enrolment-required', 'complete')),
    browser      text,
    system       text,
    address      inet,
    opened_at    timestamptz not null,
    seen_at      timestamptz not null,
    ends_at      timestamptz not null,
    ended_at     timestamptz,
    idle_minutes int         not null,
    password_at  timestamptz,
    code_at      timestamptz,
    passkey_at   timestamptz,
    primary key (tenant_id, id),
    foreign key (tenant_id, user_id) references access.app_user on delete cascade
);
create index session_by_digest on access.session (digest);
create index session_of_user on access.session (tenant_id, user_id);
create index session_by_opening on access.session (opened_at);
call tenancy.wall_off('access.session');
call tenancy.open_to_worker('access.session', 'select, update, delete');

-- Replaced by factor.throttle, which counts at every way in.
drop table access.sign_in_throttle;
