-- The network takes nothing from such a number: one message now and then asks whether it does again.
alter table sending.number_pace add column is_stopped boolean not null default false;
