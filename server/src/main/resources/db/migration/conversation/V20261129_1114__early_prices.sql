-- What a receipt that waits for its message tells of its price.
alter table conversation.parked_receipt
    add column type text,
    add column category text,
    add column model text,
    add column billable boolean;
