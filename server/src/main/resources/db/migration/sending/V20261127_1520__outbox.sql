-- Messages on their way out come from the room of conversations, which had this table before.
alter table sending.outbox alter column recipient_id set not null;
-- 0 somebody waits for, 1 is one of many that nobody waits for.
alter table sending.outbox add column urgency int not null default 0;
create index outbox_in_order on sending.outbox (tenant_id, channel_id, recipient_id, seq);
create index outbox_of_channel on sending.outbox (tenant_id, channel_id, state, urgency, due_at);
