create index parked_receipt_by_time on conversation.parked_receipt (at);
