-- Until when a conversation is set aside (null: until the contact writes), and why it ended.
alter table conversation.conversation add column snoozed_until timestamptz, add column disposition_id uuid;
-- What happened may hold until a time.
alter table conversation.event add column until timestamptz;
