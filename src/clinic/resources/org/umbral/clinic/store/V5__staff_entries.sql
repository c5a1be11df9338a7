-- What staff wrote to a case, one entry for each audience. signature, json and writer (the name of who wrote it) are sealed
-- under the data key of the audience, of the phones' audience under the staff key. sent: its letter is in the mail of the
-- phones that captured the case; where not, it goes when staff open the case.
create table staff_entries (
    entry text primary key,
    case_id text not null,
    audience text not null,
    sequence integer not null,
    json_hash text not null,
    written_at bigint not null,
    sent boolean not null,
    signature bytea not null,
    json bytea not null,
    writer bytea not null,
    unique (case_id, audience, sequence)
);
