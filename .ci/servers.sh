# The servers that the tests use, for `.ci/run` to source. What answers at its usual address, or at
# the one that the environment names, is used as it is. Of the rest each gets a server of its own:
# with its data in a temporary folder, on a port that nothing else has, without a password, and
# careless of power cuts, which makes it fast. They end with the script.

POSTGRES_PORT=25432
MYSQL_PORT=23306
REDIS_PORT=26379
servers=''

answers() { # answers HOST PORT
  (exec 3<>"/dev/tcp/$1/$2") 2>/dev/null
}

has_postgres() { answers "${TEST_POSTGRES_HOST:-127.0.0.1}" "${TEST_POSTGRES_PORT:-5432}"; }
has_mysql() { answers "${TEST_MYSQL_HOST:-127.0.0.1}" "${TEST_MYSQL_PORT:-3306}"; }
has_redis() { [ -n "${TEST_REDIS_URL:-}" ] || answers 127.0.0.1 6379; }

postgres_programs() {
  local folders=(/usr/lib/postgresql/*/bin)
  printf '%s\n' "${folders[@]}" | sort -V | tail -n 1
}

as() { # as USER COMMAND...: neither server runs as root; whoever is not root is good enough
  local user=$1
  shift
  if [ "$(id -u)" -eq 0 ]; then runuser -u "$user" -- "$@"; else "$@"; fi
}

own_folder() { # own_folder NAME USER: an empty one, for a server that runs as this user
  mkdir "$servers/$1"
  [ "$(id -u)" -ne 0 ] || chown "$2" "$servers/$1"
}

until_answers() { # until_answers TITLE PORT
  local tries
  for tries in $(seq 150); do
    ! answers 127.0.0.1 "$2" || return 0
    sleep 0.2
  done
  say "$1 did not start; its log:"
  tail -n 20 "$servers"/*.log
  return 1
}

start_postgres() {
  local programs
  programs=$(postgres_programs)
  own_folder postgres postgres
  as postgres "$programs/initdb" --pgdata "$servers/postgres/data" --username postgres \
    --auth trust --encoding UTF8 --locale C.UTF-8 --no-sync >"$servers/postgres.log"
  as postgres "$programs/pg_ctl" start --pgdata "$servers/postgres/data" --wait --silent \
    --log "$servers/postgres/server.log" --options \
    "-p $POSTGRES_PORT -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off -c full_page_writes=off"
  until_answers PostgreSQL "$POSTGRES_PORT"
  export TEST_POSTGRES_PORT=$POSTGRES_PORT
}

start_mysql() {
  own_folder mysql mysql
  mariadb-install-db --no-defaults --datadir="$servers/mysql/data" --user="$(mysql_user)" \
    --auth-root-authentication-method=normal --skip-test-db >"$servers/mysql.log"
  mariadbd --no-defaults --datadir="$servers/mysql/data" --user="$(mysql_user)" \
    --bind-address=127.0.0.1 --port="$MYSQL_PORT" --socket="$servers/mysql/socket" \
    --pid-file="$servers/mysql/pid" --skip-name-resolve --innodb-flush-method=nosync \
    --innodb-flush-log-at-trx-commit=0 --innodb-doublewrite=0 >>"$servers/mysql.log" 2>&1 &
  until_answers MariaDB "$MYSQL_PORT"
  export TEST_MYSQL_PORT=$MYSQL_PORT
}

mysql_user() { if [ "$(id -u)" -eq 0 ]; then echo mysql; else id -un; fi; }

start_redis() {
  redis-server --port "$REDIS_PORT" --bind 127.0.0.1 --save '' --appendonly no --dir "$servers" \
    --daemonize yes --pidfile "$servers/redis.pid" --logfile "$servers/redis.log" >/dev/null
  until_answers Redis "$REDIS_PORT"
  export TEST_REDIS_URL="redis://127.0.0.1:$REDIS_PORT"
}

stop_servers() {
  local file
  [ -n "$servers" ] || return 0
  [ ! -d "$servers/postgres/data" ] || as postgres "$(postgres_programs)/pg_ctl" stop \
    --pgdata "$servers/postgres/data" --mode immediate --silent || true
  for file in "$servers/mysql/pid" "$servers/redis.pid"; do
    [ ! -s "$file" ] || kill "$(cat "$file")" || true
  done
  wait
  rm -rf "$servers"
}

start_servers() { # start_servers NAME...: of postgres, mysql, redis
  local name
  [ $# -gt 0 ] || return 0
  servers=$(mktemp -d)
  chmod 755 "$servers"
  trap stop_servers EXIT
  for name in "$@"; do
    say "Starting a server of its own: $name"
    "start_$name"
  done
}
