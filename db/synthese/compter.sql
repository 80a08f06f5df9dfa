-- What lists count, from what is really there: the rows of `make data` come
-- in without the trigger that keeps signalement_compte.
lock table signalement in share row exclusive mode;
delete from signalement_compte;
insert into signalement_compte
select territoire_id, statut, count(*) from signalement group by 1, 2;
