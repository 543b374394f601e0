-- What users say of what was read and traced; rulings on who is who are among them now.

create table correction (
    number integer not null,
    id varchar not null,
    what varchar not null,
    undoes varchar,              -- the id of a correction that counts no more
    articles varchar[] not null, -- the ids of those that it is about
    document varchar not null    -- the whole record as JSON
);

insert into correction
select row_number() over (order by ruling.rowid), 'ruling-' || ruling.rowid, case when same then 'same_entity' else 'other_entity' end,
    null, [ruling.article, other_article],
    json_object(
        'id', 'ruling-' || ruling.rowid, 'what', case when same then 'same_entity' else 'other_entity' end,
        'spots', [
            {'article': ruling.article, 'about': 'actor', 'id': actor, 'start': 0, 'end': 1, 'words': ''},
            {'article': other_article, 'about': 'actor', 'id': other_actor, 'start': 0, 'end': 1, 'words': ''}
        ],
        'outlet', null, 'value', null, 'undoes', null, 'by', 'unknown', 'why', null, 'made', '1970-01-01T00:00:00Z'
    )
from ruling;

drop table ruling;

create view corrections as
select id, what, undoes, articles, json_extract_string(document, '$.by') as by, json_extract_string(document, '$.made') as made,
    json_extract_string(document, '$.why') as why
from correction order by number;
