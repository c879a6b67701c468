-- A message of ours that is no line of the thread, but a sign under another: the network's id of that one.
alter table conversation.message add column about text;
create index message_about on conversation.message (tenant_id, channel_id, about) where about is not null;
