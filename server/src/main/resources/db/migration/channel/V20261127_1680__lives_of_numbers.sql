-- A number whose token or registration does not hold sends nothing until somebody has mended it.
alter table channel.channel add column stopped_code text;
alter table channel.channel add column stopped_at timestamptz;

-- Who is disconnected keeps what was said, may come back, and may be connected by others meanwhile.
alter table channel.channel add column ended_at timestamptz;
drop index channel.channel_by_number;
create unique index channel_by_number on channel.channel (external_id) where ended_at is null;
