-- What the trace has found in the readings. Rows have a place, so that what was kept comes back in its order.

create table traced (            -- articles whose reading, as it stands, has been traced
    article integer not null
);

create table entity (
    place integer not null,
    id varchar not null,
    kind varchar not null,
    names varchar[] not null,    -- the fullest first
    roles varchar[] not null,
    sites varchar[] not null
);

create table identity (          -- this actor of this article is that entity
    article integer not null,
    actor varchar not null,
    entity varchar not null,
    score double not null,
    reasons varchar[] not null,
    reason_scores double[] not null
);

create table ruling (            -- what the user says of two actors; it wins, and outlives what was read and traced
    article varchar not null,
    actor varchar not null,
    other_article varchar not null,
    other_actor varchar not null,
    same boolean not null
);

create table story (
    place integer not null,
    id varchar not null,
    headline varchar
);

create table story_article (
    story varchar not null,
    place integer not null,
    article integer not null
);

create table claim (
    place integer not null,
    id varchar not null,
    wording varchar not null,
    independent_origins integer not null
);

create table telling (
    claim varchar not null,
    place integer not null,
    article integer not null,
    statement varchar not null,
    starts integer[] not null,
    ends integer[] not null
);

create table first_report (
    claim varchar not null,
    place integer not null,
    article integer not null
);

create table origin (
    claim varchar not null,
    place integer not null,
    id varchar not null,
    kind varchar not null,
    label varchar not null
);

create table origin_article (
    claim varchar not null,
    origin integer not null,     -- its place in the claim
    place integer not null,
    article integer not null
);

create table variant (
    claim varchar not null,      -- the one that it distorts
    place integer not null,
    article integer not null,
    statement varchar not null,
    how varchar not null,
    against_article integer not null,
    against_statement varchar not null,
    starts integer not null,
    ends integer not null,
    against_starts integer not null,
    against_ends integer not null
);

create table contradiction (
    claim varchar not null,
    place integer not null,
    other varchar not null
);

create table derivation (
    place integer not null,
    from_article integer not null,
    to_article integer not null,
    kind varchar not null,
    credited boolean not null,
    score double not null,
    from_starts integer[] not null,
    from_ends integer[] not null,
    to_starts integer[] not null,
    to_ends integer[] not null
);

create table sketch (            -- what the trace remembers of an article or a statement, so as not to make it again
    article integer not null,
    part varchar not null,       -- the id of a statement; '' for the whole article
    kind varchar not null,
    made_by varchar not null,
    value blob not null
);

-- For people with their own SQL tool.

create view stories as
select story.id as story, headline, article.id as article, outlet, published, title
from story join story_article on story_article.story = story.id
    join article on article.number = story_article.article
order by story.place, story_article.place;

create view claims as
select claim.id as claim, wording, independent_origins,
    (select count(*) from telling where telling.claim = claim.id) as tellings,
    (select count(distinct article) from telling where telling.claim = claim.id) as articles,
    (select count(*) from variant where variant.claim = claim.id) as variants,
    (select list(article.id order by first_report.place) from first_report join article on article.number = first_report.article
        where first_report.claim = claim.id) as first_report
from claim order by place;

create view tellings as
select telling.claim, article.id as article, telling.statement, outlet, published, statement.text,
    telling.starts, telling.ends
from telling join article on article.number = telling.article
    left join statement on statement.article = telling.article and statement.id = telling.statement;

create view origins as
select origin.claim, origin.id as origin, origin.kind, label, article.id as article, outlet, published
from origin join origin_article on origin_article.claim = origin.claim and origin_article.origin = origin.place
    join article on article.number = origin_article.article;

create view variants as
select variant.claim, how, article.id as article, variant.statement, article.outlet, article.published,
    substr(own.text, variant.starts + 1, variant.ends - variant.starts) as words,
    other.article as against_article, against_statement,
    substr(other.text, against_starts + 1, against_ends - against_starts) as against_words
from variant join article on article.number = variant.article join article as earlier
    on earlier.number = variant.against_article
    join texts as own on own.article = article.id join texts as other on other.article = earlier.id;

create view derivations as
select earlier.id as from_article, earlier.outlet as from_outlet, later.id as to_article, later.outlet as to_outlet,
    kind, credited, score
from derivation join article as earlier on earlier.number = from_article
    join article as later on later.number = to_article;

create view identities as
select entity.id as entity, names[1] as entity_name, article.id as article, actor.id as actor, label, score, reasons
from identity join entity on entity.id = identity.entity join article on article.number = identity.article
    join actor on actor.article = identity.article and actor.id = identity.actor;
