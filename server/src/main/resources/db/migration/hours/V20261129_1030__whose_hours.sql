-- By which calendar a department goes, or the whole business, whose row bears the tenant's own id; null is always open.
-- A department without a row goes by the business's.
create table hours.office (
    tenant_id   uuid not null,
    id          uuid not null,
    calendar_id uuid,
    primary key (tenant_id, id),
    foreign key (tenant_id, calendar_id) references hours.calendar
);
create index office_by_calendar on hours.office (tenant_id, calendar_id);
call tenancy.wall_off('hours.office');
