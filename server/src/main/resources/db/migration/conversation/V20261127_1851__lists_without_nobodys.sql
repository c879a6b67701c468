-- Lists pass over what nobody has to answer, of which a broadcast leaves many behind.
create index conversation_worked_on on conversation.conversation (tenant_id, last_message_at desc, id desc)
    where handler <> 'nobody';
-- A conversation in which nothing was said after all goes, and what was shared in it before.
create index shared_file_of_conversation on conversation.shared_file (tenant_id, conversation_id);
