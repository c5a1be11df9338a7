-- Two people of two cases that staff say are one. state: PROPOSED, then JOINED or DECLINED; JOINED, then APART; a proposal may
-- follow either end. proposed_by and decided_by: ids of staff. sealed: their names, why it was taken apart, and which entry
-- says it, under the staff key. What counts is the signed same-as write of that entry: a row only tells where to look.
create table joins (
    first_case text not null,
    first_person text not null,
    second_case text not null,
    second_person text not null,
    state text not null,
    proposed_by text not null,
    proposed_at bigint not null,
    decided_by text,
    decided_at bigint,
    sealed bytea not null,
    primary key (first_case, first_person, second_case, second_person)
);
create index joins_by_second on joins (second_case);
create index joins_by_state on joins (state);

-- In which order cases changed, so that whoever holds their cards in memory reads only those that did.
create table case_changes (
    case_id text primary key,
    stamp bigint not null
);
create index case_changes_by_stamp on case_changes (stamp);
insert into case_changes (case_id, stamp) select id, row_number() over (order by id) from cases;

create trigger case_came after insert on cases begin
    insert into case_changes (case_id, stamp) select new.id, coalesce(max(stamp), 0) + 1 from case_changes where true
        on conflict (case_id) do update set stamp = excluded.stamp;
end;
create trigger case_changed after update on cases begin
    insert into case_changes (case_id, stamp) select new.id, coalesce(max(stamp), 0) + 1 from case_changes where true
        on conflict (case_id) do update set stamp = excluded.stamp;
end;
create trigger case_went after delete on cases begin
    insert into case_changes (case_id, stamp) select old.id, coalesce(max(stamp), 0) + 1 from case_changes where true
        on conflict (case_id) do update set stamp = excluded.stamp;
end;
create index case_photos_by_envelope on case_photos (envelope);
create trigger photo_came after insert on envelopes begin
    insert into case_changes (case_id, stamp)
        select p.case_id, (select coalesce(max(stamp), 0) + 1 from case_changes) from case_photos p where p.envelope = new.sha256
        on conflict (case_id) do update set stamp = excluded.stamp;
end;

-- Of the newest entry from a phone that answers a question of staff.
alter table cases add column answered_position bigint not null default 0;

-- What a case is found by: names as written and as they sound, numbers, telephones; sealed under the staff key.
create table find_cards (
    case_id text primary key,
    sealed bytea not null
);
