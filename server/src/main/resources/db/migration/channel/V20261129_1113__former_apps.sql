-- What came through an app before its number left it may be worked through after.
alter table channel.channel add column former_app_id uuid;
alter table channel.channel add column moved_at timestamptz;
