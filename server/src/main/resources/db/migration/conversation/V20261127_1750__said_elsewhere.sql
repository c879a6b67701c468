-- Somebody of the business on their phone, and the network's own machine, speak in conversations too. Whatever stands
-- already is one of the others.
alter table conversation.message drop constraint message_author_kind_check;
alter table conversation.message add constraint message_author_kind_check
    check (author_kind in ('contact', 'agent', 'bot', 'system', 'phone', 'assistant')) not valid;

-- What was said without us is kept in one conversation that nobody has to answer, until the contact writes.
create unique index conversation_quiet on conversation.conversation (tenant_id, channel_id, contact_id)
    where handler = 'nobody';

-- Under this name the network once refused a message by mistake; it is on its way under another.
alter table conversation.message add column refused_as text;
