# Shared by the scripts: where things are, who runs them, how to say no.
# Sourced by bash with `set -euo pipefail` on. Everything the scripts write is
# below $LOCAL (and $BUILD, compiled), so that two checkouts, or a test beside
# a running system, never meet.

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
if [ -n "${DEV:-}" ]; then	# with sanitizers, as in the Makefile
	BUILD=${BUILD:-build/asan}
else
	BUILD=${BUILD:-build/release}
fi
LOCAL=${LOCAL:-$ROOT/.local}
PORT=${PORT:-8080}
COMPTE=vigie			# the system account that runs the services, when we are root
PG_BIN=${PG_BIN:-/usr/lib/postgresql/15/bin}

cd "$ROOT" || exit 1

dire() {
	printf '%s\n' "$@"
}

# One clear sentence, and nothing else happens.
refuser() {
	printf 'vigie : %s\n' "$*" >&2
	exit 1
}

est_root() {
	[ "$(id -u)" = 0 ]
}

# Packages of Debian 12, each with its reason.
PAQUETS_MARCHE=(
	postgresql-15 postgresql-15-postgis-3	# the private cluster
	nginx-light				# in front
	libpq5 libjansson4 libjwt0 libsodium23 libcurl4	# what the programs link with
)
PAQUETS_CONSTRUCTION=(
	kore					# its source, in /usr/share/kore
	gcc make patch pkg-config libc6-dev libssl-dev
	libpq-dev libjansson-dev libjwt-dev libsodium-dev libcurl4-openssl-dev
)
PAQUETS_TESTS=(
	libcmocka-dev chromium curl
	postgresql-contrib			# pgbench
)
PAQUETS_CONTROLE=(
	clang clang-format clang-tidy cppcheck libclang-rt-14-dev libcmocka-dev
	shellcheck docker-compose
)

paquets_absents() {
	local p
	for p in "$@"; do
		[ "$(dpkg-query -W -f '${db:Status-Status}' "$p" 2>/dev/null)" = installed ] || printf '%s ' "$p"
	done
}

# Installs what is missing, without letting Debian start or create anything:
# neither a system cluster nor a system web server.
paquets_installer() {
	local absents racine='' journal politique=/usr/sbin/policy-rc.d posee=non
	absents=$(paquets_absents "$@")
	absents=${absents% }
	[ -n "$absents" ] || return 0
	command -v apt-get >/dev/null || refuser "il manque des paquets et apt-get n'est pas là ; il faut Debian 12."
	if ! est_root; then
		sudo -n true 2>/dev/null || { [ -t 0 ] && command -v sudo >/dev/null && sudo -v; } ||
			refuser "il manque des paquets. Installez-les : sudo apt-get install $absents"
		racine=sudo
	fi
	journal=$(mktemp)
	dire "Installation des paquets : $absents"
	if [ ! -e $politique ]; then
		printf '#!/bin/sh\nexit 101\n' | $racine tee $politique >/dev/null && $racine chmod 755 $politique
		posee=oui
	fi
	if [ ! -e /etc/postgresql-common/createcluster.conf ]; then
		$racine mkdir -p /etc/postgresql-common
		echo 'create_main_cluster = false' | $racine tee /etc/postgresql-common/createcluster.conf >/dev/null
	fi
	# shellcheck disable=SC2086
	{ $racine apt-get update -q && $racine env DEBIAN_FRONTEND=noninteractive \
		apt-get install -y -q --no-install-recommends $absents; } >"$journal" 2>&1 ||
		{ [ $posee = non ] || $racine rm -f $politique
		  refuser "l'installation des paquets a échoué ($(grep -m1 '^E:' "$journal" || tail -n1 "$journal")) ; détail : $journal"; }
	[ $posee = non ] || $racine rm -f $politique
	rm -f "$journal"
}

# PostgreSQL refuses to run as root, and nothing else should either.
compte_creer() {
	est_root || return 0
	id $COMPTE >/dev/null 2>&1 ||
		useradd --system --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin $COMPTE
}

# Runs a command as the service account, with a clean directory and session.
en_service() {
	if est_root; then
		setpriv --reuid=$COMPTE --regid=$COMPTE --init-groups --no-new-privs "$@"
	else
		"$@"
	fi
}

# The folder of what runs. A socket's path holds 107 characters, and none that
# kore.conf would split: when $LOCAL is too deep or has blanks, sockets live in /tmp.
dossiers_creer() {
	local libre
	mkdir -p "$LOCAL" 2>/dev/null || refuser "le dossier $LOCAL ne peut pas être créé."
	LOCAL=$(cd "$LOCAL" && pwd)
	libre=$(df -Pk "$LOCAL" | awk 'NR == 2 { print int($4 / 1024) }')
	[ "$libre" -ge 500 ] || refuser "le disque est presque plein : il reste $libre Mo, il en faut 500 dans $LOCAL."
	mkdir -p "$LOCAL"/{app,log,mail,secrets,conf}
	RUN=$LOCAL/run
	[[ ${#RUN} -le 80 && $RUN != *[[:space:]]* ]] || RUN=/tmp/vigie-$(printf '%s' "$LOCAL" | cksum | cut -d' ' -f1)
	mkdir -p "$RUN"
	chmod 700 "$LOCAL/secrets" "$RUN"
	if est_root; then
		chown $COMPTE: "$LOCAL" "$LOCAL"/{log,mail,secrets,conf} "$RUN"
		en_service test -x "$LOCAL/log" ||
			refuser "le compte $COMPTE ne peut pas entrer dans $LOCAL ; choisissez un dossier lisible : LOCAL=/var/lib/vigie"
	fi
}

port_libre() {
	! (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null
}

# Waits at most $1 seconds for a command to succeed.
attendre() {
	local fin=$((SECONDS + $1))
	shift
	until "$@" >/dev/null 2>&1; do
		[ $SECONDS -lt $fin ] || return 1
		sleep 0.05
	done
}

# Is the process of this pid file alive?
vivant() {
	[ -s "$1" ] && kill -0 "$(head -n1 "$1")" 2>/dev/null
}
