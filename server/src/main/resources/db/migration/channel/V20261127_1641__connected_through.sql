-- The tenant's own app at Meta that the number is connected through; null for the platform's.
alter table channel.channel add column app_id uuid;
