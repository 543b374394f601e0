-- For people with their own SQL tool: who is who over all articles, and what cannot be true together.

create view entities as
select entity.id as entity, kind, names[1] as name, names, roles, sites, count(identity.actor) as actors,
    count(distinct identity.article) as articles
from entity left join identity on identity.entity = entity.id
group by entity.place, entity.id, kind, names, roles, sites order by entity.place;

create view contradictions as
with first as (
    select telling.claim, arg_min(article.id, telling.place) as article, arg_min(outlet, telling.place) as outlet,
        arg_min(telling.statement, telling.place) as statement
    from telling join article on article.number = telling.article group by telling.claim
)
select contradiction.claim, claim.wording, first.article, first.outlet, first.statement, other,
    against.wording as other_wording, later.article as other_article, later.outlet as other_outlet,
    later.statement as other_statement
from contradiction join claim on claim.id = contradiction.claim join claim as against on against.id = contradiction.other
    left join first on first.claim = claim.id left join first as later on later.claim = against.id
order by claim.place, contradiction.place;
