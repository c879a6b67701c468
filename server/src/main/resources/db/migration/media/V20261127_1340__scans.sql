-- What a scanner said of a file; null where none was asked or none could tell.
alter table media.file
    add column scan text check (scan in ('clean', 'infected')),
    drop constraint file_state_check;
alter table media.file
    add constraint file_state_check
        check (state in ('pending', 'arrived', 'ready', 'failed', 'infected')) not valid;
