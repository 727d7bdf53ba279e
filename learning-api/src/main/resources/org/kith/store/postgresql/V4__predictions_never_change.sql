create function only_grows() returns trigger language plpgsql as $$
begin
  raise exception 'this table only grows';
end
$$;

create trigger prediction_only_grows before update or delete or truncate on prediction
  execute function only_grows();

create trigger consent_only_grows before update or delete or truncate on consent
  execute function only_grows();
