create schema routing;
grant usage on schema routing to moked_app;

create table routing.department (
    tenant_id   uuid    not null,
    id          uuid    not null,
    name        text    not null check (length(name) between 1 and 200),
    is_standard boolean not null,
    primary key (tenant_id, id)
);
-- New conversations go to the one standard department.
create unique index department_standard on routing.department (tenant_id) where is_standard;
call tenancy.wall_off('routing.department');
