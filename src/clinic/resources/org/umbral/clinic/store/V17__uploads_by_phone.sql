-- A half upload belongs to the phone that brings it: whoever holds another token adds nothing to it and ends nothing.
create table pieces (
    sha256 text not null,
    device text not null,
    start bigint not null,
    length bigint not null,
    file text not null,
    primary key (sha256, device, start)
);
insert into pieces (sha256, device, start, length, file)
    select p.sha256, coalesce(u.device, e.device, ''), p.start, p.length, p.file from parts p
        left join uploads u on u.sha256 = p.sha256 left join envelopes e on e.sha256 = p.sha256;
drop table parts;
alter table pieces rename to parts;

create table halves (
    sha256 text not null,
    device text not null,
    size bigint not null,
    lane text not null,
    touched_at bigint not null,
    primary key (sha256, device)
);
insert into halves (sha256, device, size, lane, touched_at) select sha256, device, size, lane, touched_at from uploads;
drop table uploads;
alter table halves rename to uploads;
create index uploads_by_device on uploads (device);
