-- Something stands in the way of a late file, and it is tried for further on.
alter table media.file drop constraint file_state_check;
alter table media.file
    add constraint file_state_check
        check (state in ('pending', 'late', 'arrived', 'ready', 'failed', 'infected')) not valid;
