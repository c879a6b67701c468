create schema timetable;
grant usage on schema timetable to moked_worker;

-- Each work that is done again and again, once for all servers: whoever moves the time on does it.
create table timetable.work (
    name     text        not null primary key,
    due_at   timestamptz not null,
    begun_at timestamptz,
    done_at  timestamptz,
    things   int         not null default 0,
    failure  text
);
grant select, insert, update on timetable.work to moked_worker;
