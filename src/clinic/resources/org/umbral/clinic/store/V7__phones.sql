-- telephone: of the worker, sealed under the staff key like the name. ended_why: why staff shut the phone out.
-- said_*: what the phone had not delivered when it last spoke, as numbers.
alter table invitations add column telephone bytea;
alter table devices add column telephone bytea;
alter table devices add column ended_why text;
alter table devices add column said_cases integer;
alter table devices add column said_photos integer;
alter table devices add column said_at bigint;

-- Who signed what was set aside, where the signature holds and the key is not trusted: the key, and the device that the
-- entry names. Empty in rows of before: they are opened once more.
alter table quarantine add column signer text;
alter table quarantine add column author text;

-- Keys that staff confirmed by their short code: what such a key signed in the name of this device counts.
create table admitted_keys (
    signer text not null,
    author text not null,
    admitted_at bigint not null,
    primary key (signer, author)
);

-- What is compared of the people of a case, sealed under the staff key. stamp: of the case when it was written.
create table match_cards (
    case_id text primary key,
    stamp text not null,
    sealed bytea not null
);

-- Two people of two cases who may be one, the lesser first. sealed: what they have in common. different: staff looked and
-- found two people; such a row stays and is not suggested again.
create table lookalikes (
    first_case text not null,
    first_person text not null,
    second_case text not null,
    second_person text not null,
    different boolean not null,
    sealed bytea not null,
    primary key (first_case, first_person, second_case, second_person)
);
create index lookalikes_by_second on lookalikes (second_case);
