-- In which conversations a file was sent: asked by people whose permissions hold for some departments only.
create table conversation.shared_file (
    tenant_id       uuid not null,
    media_id        uuid not null,
    conversation_id uuid not null,
    primary key (tenant_id, media_id, conversation_id),
    foreign key (tenant_id, conversation_id) references conversation.conversation
);
-- The wall holds for its owner too, who steps over it for this.
alter table conversation.message no force row level security;
insert into conversation.shared_file (tenant_id, media_id, conversation_id)
select distinct tenant_id, (content ->> 'media')::uuid, conversation_id from conversation.message
where content ->> 'kind' = 'file';
alter table conversation.message force row level security;
call tenancy.wall_off('conversation.shared_file');
