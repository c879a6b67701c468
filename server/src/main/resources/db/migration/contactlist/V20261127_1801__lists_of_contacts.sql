create schema contactlist;
grant usage on schema contactlist to moked_app, moked_worker;

-- A file with contacts: read, checked by a plan, and then taken in, row after row. turn_at lets tenants take turns.
create table contactlist.list (
    tenant_id  uuid        not null,
    id         uuid        not null,
    file_name  text        not null,
    encoding   text        not null,
    separator  text        not null,
    row_count  int         not null,
    columns    int         not null,
    plan       jsonb,
    state      text        not null check (state in ('read', 'checked', 'running', 'done', 'stopped')),
    by_id      uuid        not null,
    read_at    timestamptz not null,
    started_at timestamptz,
    started_by uuid,
    ended_at   timestamptz,
    turn_at    timestamptz,
    primary key (tenant_id, id)
);
create index list_by_age on contactlist.list (tenant_id, read_at desc, id desc);
create index list_too_old on contactlist.list (read_at);
create index list_running on contactlist.list (turn_at) where state = 'running';
call tenancy.wall_off('contactlist.list');
call tenancy.open_to_worker('contactlist.list', 'select, delete');

-- outcome is null until the line has been taken in, which happens once: both are written in one transaction.
create table contactlist.line (
    tenant_id uuid  not null,
    list_id   uuid  not null,
    number    int   not null,
    cells     jsonb not null,
    verdict   text check (verdict in ('new', 'known', 'repeated', 'bad')),
    problem   text,
    phone     text,
    outcome   text check (outcome in ('added', 'changed', 'failed')),
    primary key (tenant_id, list_id, number),
    foreign key (tenant_id, list_id) references contactlist.list on delete cascade
);
create index line_by_verdict on contactlist.line (tenant_id, list_id, verdict, number);
create index line_waiting on contactlist.line (tenant_id, list_id, number)
    where verdict in ('new', 'known') and outcome is null;
call tenancy.wall_off('contactlist.line');
