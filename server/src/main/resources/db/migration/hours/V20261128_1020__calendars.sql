create schema hours;
grant usage on schema hours to moked_app;

-- Opening hours under a name: read, and replaced, as a whole.
create table hours.calendar (
    tenant_id    uuid        not null,
    id           uuid        not null,
    name         text        not null check (length(name) between 1 and 80),
    time_zone    text        not null,
    -- Spans by weekday, in minutes of the day's clock.
    week         jsonb       not null,
    special_days jsonb       not null,
    -- Counts the changes, so that nobody undoes one they have not seen.
    version      int         not null,
    created_at   timestamptz not null,
    changed_at   timestamptz not null,
    primary key (tenant_id, id)
);
create unique index calendar_by_name on hours.calendar (tenant_id, lower(name));
create index calendar_by_age on hours.calendar (tenant_id, created_at, id);
call tenancy.wall_off('hours.calendar');
