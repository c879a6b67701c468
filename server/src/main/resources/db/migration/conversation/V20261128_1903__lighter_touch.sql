-- Every message moves its conversation in the indexes of its order, so there is one of them for what is open and one for
-- what is worked on. What nobody has to answer moves rarely and has its own.
drop index conversation.conversation_by_time;
create index conversation_quiet_by_time on conversation.conversation (tenant_id, last_message_at desc, id desc)
    where handler = 'nobody';

-- While they are small, hot tables would be swept every few seconds, which costs more than it gives back.
alter table conversation.conversation set (autovacuum_vacuum_threshold = 20000);
alter table conversation.message set (autovacuum_vacuum_threshold = 20000, autovacuum_vacuum_insert_threshold = 100000);
alter table conversation.event set (autovacuum_vacuum_insert_threshold = 100000);
