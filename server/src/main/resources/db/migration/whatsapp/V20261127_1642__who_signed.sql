-- The tenant's own app that signed it; null for the platform's.
alter table whatsapp.delivery add column app_id uuid;
alter table whatsapp.dead_letter add column app_id uuid;
alter table whatsapp.unread_change add column app_id uuid;
