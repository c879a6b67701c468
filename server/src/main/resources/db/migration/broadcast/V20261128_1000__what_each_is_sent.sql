-- A template may be sent in the language of each: of which one a message is made decides whether it may still leave.
alter table broadcast.recipient add column template_id uuid;
