-- Tries, per key and window.

-- name: essai_count
-- $1 key of the target, $2 its limit, $3 key of the address, $4 its limit,
-- $5 window in seconds
with fenetre as (
	select date_bin(make_interval(secs => $5::int), now(),
	       timestamptz 'epoch') as debut
), compte as (
	insert into essai as e (cle, fenetre)
	select k.cle, f.debut from fenetre f, (values ($1::text), ($3::text)) k (cle)
	order by k.cle
	on conflict (cle, fenetre) do update set nombre = e.nombre + 1
	returning e.cle, e.nombre
)
select bool_or(c.nombre > case c.cle when $1 then $2::int else $4::int end)
	    as trop,
       ceil(extract(epoch from f.debut + make_interval(secs => $5::int)
	    - now()))::int as attente
  from compte c, fenetre f
 group by f.debut

-- name: essai_forgive
-- $1 key of the target, $2 key of the address, $3 window in seconds. The
-- target starts afresh; the address gets one try back.
with fenetre as (
	select date_bin(make_interval(secs => $3::int), now(),
	       timestamptz 'epoch') as debut
), cible as (
	delete from essai e using fenetre f
	 where e.cle = $1 and e.fenetre = f.debut
)
update essai e set nombre = greatest(e.nombre - 1, 0) from fenetre f
 where e.cle = $2 and e.fenetre = f.debut
