-- From where somebody came who did not know the password of a user; the journal names it by id.
create table access.failed_sign_in (
    tenant_id uuid        not null,
    id        uuid        not null,
    user_id   uuid        not null,
    browser   text,
    system    text,
    address   inet        not null,
    at        timestamptz not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, user_id) references access.app_user on delete cascade
);
create index failed_sign_in_by_time on access.failed_sign_in (at);
create index failed_sign_in_of_user on access.failed_sign_in (tenant_id, user_id);
call tenancy.wall_off('access.failed_sign_in');
call tenancy.open_to_worker('access.failed_sign_in', 'select, delete');
