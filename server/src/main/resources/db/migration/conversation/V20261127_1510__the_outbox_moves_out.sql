-- Sending is a room of its own: what waits there waits for a person, not for a conversation.
drop table conversation.number_pace;
drop table conversation.pair_pace;
alter table conversation.outbox drop constraint outbox_tenant_id_message_id_fkey;
alter table conversation.outbox add column recipient_id uuid;
-- The wall holds for its owner too, who steps over it for this.
alter table conversation.outbox no force row level security;
alter table conversation.conversation no force row level security;
update conversation.outbox o set recipient_id = c.contact_id from conversation.conversation c
where c.tenant_id = o.tenant_id and c.id = o.conversation_id;
alter table conversation.conversation force row level security;
alter table conversation.outbox force row level security;
drop index conversation.outbox_in_order;
drop index conversation.outbox_of_channel;
alter table conversation.outbox drop column conversation_id;
alter table conversation.outbox set schema sending;
