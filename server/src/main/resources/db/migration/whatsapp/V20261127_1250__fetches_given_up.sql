-- A file that was not to be had can be asked for again for as long as Meta keeps it.
alter table whatsapp.media_fetch add column given_up_at timestamptz;
drop index whatsapp.media_fetch_due;
create index media_fetch_due on whatsapp.media_fetch (due_at) where given_up_at is null;
