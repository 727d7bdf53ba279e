create trigger prediction_never_changes before update on prediction
begin
  select raise(abort, 'a prediction never changes');
end;

create trigger prediction_stays before delete on prediction
begin
  select raise(abort, 'a prediction stays');
end;

create trigger consent_never_changes before update on consent
begin
  select raise(abort, 'the consent ledger only grows');
end;

create trigger consent_stays before delete on consent
begin
  select raise(abort, 'the consent ledger only grows');
end;
