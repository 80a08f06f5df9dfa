-- Why: relais' clock. A task is run by one relais at a time, and not before
-- its period is over, however many relais there are and however often they
-- restart. And what the tasks look for, where an index pays.

create table tache (
	nom text primary key,
	faite_le timestamptz,
	lignes bigint not null default 0	-- that it touched, in all
);
comment on table tache is
	'État des tâches de l''horloge (table de api/horloge/horloge_jobs.c).';

create index essai_age on essai (fenetre);
create index jeton_age on jeton_renouvellement (expire_le);
