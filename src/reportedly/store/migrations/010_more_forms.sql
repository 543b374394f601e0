-- Words are found in more of their forms, and names that are written as common words: the index is made anew.

create temporary table new_posting as
    select unnest(string_split(trim(words_of(text)), ' ')) as word, number as statement from statement;
create temporary table new_target_word as
    select unnest(string_split(trim(words_of(target || ' ' || text)), ' ')) as word, number as position from position;
create temporary table new_name_word as
    select unnest(string_split(trim(words_of_name(name)), ' ')) as word, number as name from name;

delete from word;
insert into word
    select row_number() over (order by word), word from (
        select word from new_posting union select word from new_target_word union select word from new_name_word
    ) where word <> '';

drop table posting;
create table posting as
    select number as word, statement from new_posting join word using (word) order by number, statement;
delete from recent_posting;
delete from target_word;
insert into target_word select number, position from new_target_word join word using (word) order by position;
delete from name_word;
insert into name_word select number, name from new_name_word join word using (word) order by name;
delete from body;
insert into body
    select article, words_of(json_extract_string(document, '$.article.text')) from reading order by article;

drop table new_posting;
drop table new_target_word;
drop table new_name_word;
