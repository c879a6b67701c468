-- A file whose message was taken back is shown to nobody there.
alter table conversation.shared_file add column withheld boolean not null default false;
-- The wall holds for its owner too, who steps over it for what was taken back before.
alter table conversation.message no force row level security;
alter table conversation.afterword no force row level security;
alter table conversation.shared_file no force row level security;
update conversation.shared_file f set withheld = true
from conversation.afterword a
    join conversation.message m on m.tenant_id = a.tenant_id and m.channel_id = a.channel_id and m.external_id = a.about
where a.content ->> 'kind' = 'revocation' and m.content ->> 'kind' = 'file'
    and f.tenant_id = m.tenant_id and f.conversation_id = m.conversation_id and f.media_id = (m.content ->> 'media')::uuid;
alter table conversation.shared_file force row level security;
alter table conversation.afterword force row level security;
alter table conversation.message force row level security;
