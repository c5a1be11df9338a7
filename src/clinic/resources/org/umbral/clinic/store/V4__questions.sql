-- What staff asked about a case. sealed: the question as it was signed, under the staff key. sent: its letter is in the mail
-- of the phones that captured the case; where not, it goes when staff open the case.
create table questions (
    id text primary key,
    case_id text not null,
    asked_at bigint not null,
    sent boolean not null,
    sealed bytea not null
);

create index questions_by_case on questions (case_id);
