-- In whose line new conversations of a number wait, where that is not the standard department.
create table routing.entrance (
    tenant_id     uuid not null,
    channel_id    uuid not null,
    department_id uuid not null,
    primary key (tenant_id, channel_id),
    foreign key (tenant_id, department_id) references routing.department
);
create index entrance_of_department on routing.entrance (tenant_id, department_id);
call tenancy.wall_off('routing.entrance');
