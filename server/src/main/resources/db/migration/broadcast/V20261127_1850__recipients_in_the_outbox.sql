-- Behind the wall a state is compared only after rows are read: the index must hold no other state to begin with.
create index recipient_queued on broadcast.recipient (tenant_id, broadcast_id) where state = 'queued';
