-- Two tenants that connect the same number at once would both have been told that it is theirs.
drop index channel.channel_by_number;
create unique index channel_by_number on channel.channel (external_id);
