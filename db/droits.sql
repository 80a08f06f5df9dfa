-- What the programs may do: read and write rows, nothing else. Run after the
-- migrations, as often as wanted.
do $$
begin
	if not exists (select from pg_roles where rolname = 'vigie_api') then
		create role vigie_api login;
	end if;
end $$;
revoke create on schema public from public;
grant usage on schema public to vigie_api;
grant select, insert, update, delete on all tables in schema public
	to vigie_api;
grant usage, select on all sequences in schema public to vigie_api;
revoke insert, update, delete on migration, spatial_ref_sys from vigie_api;
-- History is written by its trigger and never rewritten.
revoke update, delete on historique from vigie_api;
