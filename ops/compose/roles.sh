#!/bin/sh
# Makes the two roles and the database when the server begins (docs/adr/0017-two-database-roles.md): one owns the tables and
# migrates, the other is the application's and can change neither the audit nor the books.
set -eu
psql --set=ON_ERROR_STOP=1 --set=owner="$OWNER_PASSWORD" --set=app="$APP_PASSWORD" \
  --username="${POSTGRES_USER:-postgres}" --dbname=postgres <<'SQL'
CREATE ROLE broadsheet_owner LOGIN PASSWORD :'owner';
CREATE ROLE broadsheet_app LOGIN PASSWORD :'app';
CREATE DATABASE broadsheet OWNER broadsheet_owner;
SQL
