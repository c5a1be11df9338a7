-- Cases whose phones were told that the clinic may already know the person, and were not told otherwise since.
create table may_know_told (
    case_id text primary key
);
