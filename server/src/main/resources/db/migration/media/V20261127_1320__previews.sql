-- What can be shown of a file before it is opened.
alter table media.file
    add column preview_width int,
    add column preview_height int,
    add column sound_millis int,
    add column sound_levels bytea;

-- Files that are still to be looked into.
create table media.examination (
    tenant_id uuid        not null,
    media_id  uuid        not null,
    attempts  int         not null default 0,
    due_at    timestamptz not null,
    primary key (tenant_id, media_id),
    foreign key (tenant_id, media_id) references media.file
);
create index examination_due on media.examination (due_at);
call tenancy.wall_off('media.examination');
call tenancy.open_to_worker('media.examination', 'select, update');
