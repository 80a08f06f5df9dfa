# nginx.conf and kore.conf from their templates, on a machine as in a container.
# Sourced after common.sh; wants RUN, LOCAL, PORT and WORKERS; APP where the files are.

regler() {
	local ecoute6=''
	[ ! -e /proc/net/if_inet6 ] || [ ! -s /proc/net/if_inet6 ] || ecoute6="listen [::]:$PORT default_server reuseport;"
	mkdir -p "$RUN/tmp"
	! est_root || chown $COMPTE: "$RUN/tmp"
	sed -e "s|@PORT@|$PORT|; s|@LISTEN6@|$ecoute6|; s|@RUN@|$RUN|g; s|@TMP@|$RUN/tmp|g; s|@WORKERS@|$WORKERS|" \
		-e "s|@WWW@|${APP:-$LOCAL/app}/www|; s|@REFUS@|${APP:-$LOCAL/app}|" spa/nginx.conf > "$LOCAL/conf/nginx.conf"
}

kore_regler() {
	sed -e "s|@WORKERS@|$WORKERS|; s|@PIDFILE@|$RUN/api-$1.pid|; s|@BODY_MAX@|1048576|; s|@SOCKET@|$RUN/api-$1.sock|" \
		api/kore.conf.in > "$LOCAL/conf/kore.conf"
}
