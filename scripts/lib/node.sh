# Node for the tools and tests; running the system needs none of it. Sourced
# after common.sh.

NODE_MIN=20
NODE_LOCAL=$ROOT/.local/node

node_recent() {
	local majeure
	majeure=$(node -p 'process.versions.node.split(".")[0]' 2>/dev/null) || return 1
	[ "$majeure" -ge $NODE_MIN ]
}

# A recent Node: the machine's, or the registry's `node` package brought by
# Debian's npm into .local/node.
node_assurer() {
	[ ! -x "$NODE_LOCAL/node_modules/.bin/node" ] || PATH=$NODE_LOCAL/node_modules/.bin:$PATH
	export PATH
	if ! node_recent; then
		command -v npm >/dev/null || paquets_installer npm
		dire "Installation d'un Node récent dans $NODE_LOCAL"
		mkdir -p "$NODE_LOCAL"
		npm install --prefix "$NODE_LOCAL" --no-audit --no-fund --no-save "node@22" npm@10 >/dev/null 2>&1 ||
			refuser "un Node récent n'a pas pu être installé avec npm."
		PATH=$NODE_LOCAL/node_modules/.bin:$PATH
		hash -r
		node_recent || refuser "Node installé n'est pas utilisable."
	fi
}

# `npm ci` in a folder, only when its lock file changed since the last time.
npm_ci() {
	local dossier=$1 marque=$1/node_modules/.installe empreinte journal
	empreinte=$(cksum < "$dossier/package-lock.json")
	[ "$(cat "$marque" 2>/dev/null)" != "$empreinte" ] || return 0
	journal=$(mktemp)
	npm --prefix "$dossier" ci --no-audit --no-fund > "$journal" 2>&1 || {
		cat "$journal" >&2
		rm -f "$journal"
		refuser "npm ci a échoué dans $dossier."
	}
	rm -f "$journal"
	printf '%s\n' "$empreinte" > "$marque"
}
