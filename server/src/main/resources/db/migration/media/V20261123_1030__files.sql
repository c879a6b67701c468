create schema media;
grant usage on schema media to moked_app, moked_worker;

create table media.file (
    tenant_id  uuid        not null,
    id         uuid        not null,
    state      text        not null check (state in ('pending', 'ready', 'failed')),
    mime_type  text        not null,
    file_name  text,
    size       bigint,
    created_at timestamptz not null,
    primary key (tenant_id, id)
);
call tenancy.wall_off('media.file');
