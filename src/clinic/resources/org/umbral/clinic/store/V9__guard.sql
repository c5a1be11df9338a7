-- Who opened what sponsors said in confidence, in which session and why. words: what they added, sealed under the staff key;
-- null where nothing was added. A row counts while its session lives, and stays to be read beside the audit.
create table sponsor_openings (
    staff text not null,
    seat text not null,
    case_id text not null,
    opened_at bigint not null,
    reason text not null,
    words bytea,
    primary key (staff, seat, case_id)
);

-- True while somebody of the case has withdrawn what the clinic works on: seen by attorneys and stewards only. erase_sent:
-- whether the phones that captured it were told to take their copy away.
alter table cases add column withdrawn boolean not null default false;
alter table cases add column erase_sent boolean not null default false;

-- The case that a letter is about; null where it is about none, and in letters of before.
alter table letters add column case_id text;

-- Cases that are to be erased, or were: the receipt, which holds no word of anybody. state: proposed, refused, going (its rows
-- are gone, its files are going) or erased.
create table erasures (
    case_id text primary key,
    reason text not null,
    state text not null,
    proposed_by text not null,
    proposed_at bigint not null,
    decided_by text,
    decided_at bigint,
    erased_at bigint,
    entries integer not null default 0,
    photos integer not null default 0
);

-- What is left of an entry or photo: its name and the fact. name: of its sealed bytes, which are not kept when they come
-- again; of what staff wrote, the entry's id. json_hash: of an entry.
create table erased (
    name text primary key,
    case_id text not null,
    json_hash text,
    erased_at bigint not null
);
create index erased_by_case on erased (case_id);
