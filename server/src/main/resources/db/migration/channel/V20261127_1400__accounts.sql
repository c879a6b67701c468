-- The account at the network that a number belongs to, and when the network last delivered anything for it.
alter table channel.channel add column account_id text;
alter table channel.channel add column delivered_at timestamptz;
