-- Which cases staff closed; a case that is not here is open.
create table case_work (
    case_id text primary key,
    closed boolean not null
);

-- Tasks that are not done. due: a day. sealed: what is to be done and for whom, under the staff key.
create table open_tasks (
    case_id text not null,
    item text not null,
    due text,
    sealed bytea not null,
    primary key (case_id, item)
);
create index open_tasks_by_due on open_tasks (due);
