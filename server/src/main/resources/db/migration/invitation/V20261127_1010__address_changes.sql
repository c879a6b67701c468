-- Somebody's new address counts once they have followed a link that went there.
alter table invitation.link
    add email text check (email = lower(email) and length(email) <= 254),
    drop constraint link_kind_check,
    add check (kind in ('invitation', 'password-reset', 'address-change')),
    add check ((kind = 'address-change') = (email is not null));
