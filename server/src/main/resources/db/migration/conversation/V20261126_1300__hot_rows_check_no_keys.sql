-- PostgreSQL looks at a foreign key row by row: of what an inbound message costs the database, that was a quarter
-- (docs/decisions/0017-hot-rows.md). Messages and events are written by the transaction that holds their conversation,
-- and forgotten with it.
alter table conversation.message drop constraint message_tenant_id_conversation_id_fkey;
alter table conversation.event drop constraint event_tenant_id_conversation_id_fkey;

-- These rows are found by their keys alone. What PostgreSQL learns of other columns helps nobody, and learning it from
-- a table that grows cost more than some of the writing.
call tenancy.sample_little('conversation.message');
call tenancy.sample_little('conversation.event');
