-- What a file is by its bytes stands in mime_type; whether it was sent as another thing, here.
alter table media.file add column disguised boolean not null default false;
