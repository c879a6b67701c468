create index unread_change_by_time on whatsapp.unread_change (received_at);
