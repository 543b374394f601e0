-- The words of whole texts, so that an article is found by what stands in no statement of it.

create table body (
    article integer not null,
    words varchar not null       -- folded and stemmed, each once, a space before and behind it
);

insert into body select article, words_of(json_extract_string(document, '$.article.text')) from reading;
