-- Photos that came like an entry; what came in parts is one anyway.
create table small_photos (
    envelope text primary key
);

-- False where the page was removed: its photo is named, and not counted.
alter table case_photos add column shown boolean not null default true;
