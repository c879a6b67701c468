-- Since when nobody knows whether a message was sent: only a while later may a person send it again.
alter table conversation.message add column unconfirmed_at timestamptz;
