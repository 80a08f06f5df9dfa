# shellcheck shell=bash
# The private PostgreSQL cluster: made, started, migrated, filled, stopped.
# Sourced after common.sh. It listens on a unix socket in $RUN only; two roles:
# vigie owns the tables, vigie_api (the programs) reads and writes rows.

PG_DATA=$LOCAL/pg
PG_HOTE=${PG_HOTE:-$RUN}	# a container's database is elsewhere

pg_regler() {
	local mo
	mo=$(awk '/^MemTotal/ { print int($2 / 1024) }' /proc/meminfo)
	cat > "$LOCAL/conf/postgresql.conf" <<-CONF
	listen_addresses = ''
	unix_socket_directories = '$RUN'
	unix_socket_permissions = 0700
	max_connections = 100
	shared_buffers = $((mo / 8 > 2048 ? 2048 : mo / 8))MB
	effective_cache_size = $((mo / 2))MB
	work_mem = 16MB
	maintenance_work_mem = $((mo / 32 > 512 ? 512 : mo / 32 + 32))MB
	random_page_cost = 1.1
	jit = off
	# No standby: the log holds what a crash needs. A production cluster sets
	# replica here (ARCHITECTURE.md, growth).
	wal_level = minimal
	max_wal_senders = 0
	wal_compression = lz4
	default_toast_compression = lz4
	wal_buffers = 32MB
	backend_flush_after = 0
	max_wal_size = 4GB
	checkpoint_timeout = 15min
	timezone = 'UTC'
	log_timezone = 'UTC'
	logging_collector = off
	log_line_prefix = '%m [%p] %a '
	log_min_error_statement = panic
	log_error_verbosity = terse
	CONF
	[ -z "${PG_EXTRA:-}" ] || printf '%s\n' "$PG_EXTRA" >> "$LOCAL/conf/postgresql.conf"
}

pg_creer() {
	[ -d "$PG_DATA" ] && [ ! -s "$PG_DATA/PG_VERSION" ] && rm -rf "$PG_DATA"
	pg_regler
	[ -s "$PG_DATA/PG_VERSION" ] && return 0
	dire "Création de la base de données privée dans $PG_DATA"
	! est_root || install -d -o $COMPTE -g $COMPTE -m 700 "$PG_DATA"
	en_service "$PG_BIN/initdb" -D "$PG_DATA" -U vigie -A trust -E UTF8 --locale=C.UTF-8 --no-sync \
		> "$LOCAL/log/initdb.log" 2>&1 || refuser "initdb a échoué ; détail : $LOCAL/log/initdb.log"
	echo "include '$LOCAL/conf/postgresql.conf'" >> "$PG_DATA/postgresql.conf"
}

pg_vivant() {
	"$PG_BIN/pg_isready" -q -h "$RUN" -U vigie -d postgres
}

pg_demarrer() {
	pg_vivant && return 0
	en_service "$PG_BIN/pg_ctl" -D "$PG_DATA" -s -W -l "$LOCAL/log/postgresql.log" start >/dev/null 2>&1 9>&- || true
	attendre 60 pg_vivant || refuser "PostgreSQL ne démarre pas : $(grep -E 'FATAL|PANIC' "$LOCAL/log/postgresql.log" | tail -n1)"
}

pg_arreter() {
	[ -s "$PG_DATA/postmaster.pid" ] || return 0
	en_service "$PG_BIN/pg_ctl" -D "$PG_DATA" -s -m fast -t 60 stop >/dev/null 2>&1 || true
}

# psql as the owner of the tables.
pg_psql() {
	en_service "$PG_BIN/psql" -X -q -v ON_ERROR_STOP=1 -h "$PG_HOTE" -U vigie -d "${PG_BASE:-vigie}" "$@"
}

pg_conninfo() {
	printf 'host=%s dbname=vigie user=vigie_api' "$RUN"
}

# Migrations not yet applied, each with its record in one transaction; then
# the rights of the programs, then the reference data if its files changed.
pg_migrer() {
	local fichier numero empreinte
	if ! PG_BASE=postgres pg_psql -Atc "select 1 from pg_database where datname = 'vigie'" | grep -q 1; then
		PG_BASE=postgres pg_psql -c 'create database vigie'
	fi
	pg_psql -c "set client_min_messages = warning;
		create table if not exists migration (numero text primary key, fichier text not null,
		applique_le timestamptz not null default now())"
	local faites
	faites=" $(pg_psql -Atc 'select numero from migration' | tr '\n' ' ')"
	for fichier in db/migrations/*.sql; do
		numero=$(basename "$fichier" | cut -d_ -f1)
		case "$faites" in *" $numero "*) continue ;; esac
		pg_psql -1 -f - -c "insert into migration (numero, fichier) values ('$numero', '$(basename "$fichier")')" \
			< "$fichier" || refuser "la migration $fichier a échoué."
	done
	empreinte=$(find db/data db/load.sql db/droits.sql -type f | sort | xargs cat | cksum | cut -d' ' -f1,2)
	if [ "$(pg_psql -Atc "select fichier from migration where numero = 'data'")" != "$empreinte" ]; then
		dire 'Données de référence…'
		pg_psql -f - < db/droits.sql
		(cd db && pg_fichier load.sql)
		pg_psql -c "insert into migration (numero, fichier) values ('data', '$empreinte')
			on conflict (numero) do update set fichier = excluded.fichier, applique_le = now()"
	else
		pg_psql -f - < db/droits.sql
	fi
}

# Runs a file that reads others beside it (\copy). The service account may not
# be able to read the checkout: they are copied for the time of the run.
pg_fichier() {
	local copie
	copie=$(mktemp -d "$LOCAL/run-sql.XXXXXX")
	cp -r ./data "$1" "$copie"
	! est_root || chown -R $COMPTE: "$copie"
	(cd "$copie" && pg_psql -f "$1") || { rm -rf "$copie"; refuser "db/$1 a échoué."; }
	rm -rf "$copie"
}

# The demo world, once.
pg_demo() {
	[ "$(pg_psql -Atc "select count(*) from migration where numero = 'demo'")" = 0 ] || return 0
	dire 'Monde de démonstration…'
	pg_psql -1 -f - -c "insert into migration (numero, fichier) values ('demo', 'demo.sql')" < db/demo.sql
	pg_psql -c 'analyze'
}

# pg_compte RELAIS EMAIL NOM PRENOM: a first account, of the national
# administration, with the password read on the standard input.
pg_compte() {
	local relais=$1 courriel=${2:-} nom=${3:-} prenom=${4:-} mot empreinte
	[ -n "$prenom" ] || refuser "il faut une adresse, un nom et un prénom : compte claude@exemple.fr Lenoir Claude"
	[[ $courriel == ?*@?*.?* ]] || refuser "$courriel n'est pas une adresse électronique."
	[ ! -t 0 ] || printf 'Mot de passe (12 caractères au moins) : ' >&2
	IFS= read -rs mot || true
	[ ${#mot} -ge 12 ] || refuser "le mot de passe doit avoir 12 caractères au moins."
	empreinte=$("$relais" empreinte <<< "$mot") || refuser "le mot de passe n'a pas pu être enregistré."
	pg_psql -v e="$courriel" -v n="$nom" -v p="$prenom" -v m="$empreinte" -f - <<< "
		insert into utilisateur (email, mot_de_passe, nom, prenom, role)
		values (lower(:'e'), :'m', :'n', :'p', 'SUPER_ADMIN')" || refuser "le compte n'a pas été créé."
	dire "Le compte $courriel est créé."
}
