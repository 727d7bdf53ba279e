create trigger audit_never_changes before update on audit
begin
  select raise(abort, 'the audit only grows');
end;

create trigger audit_never_shrinks before delete on audit
begin
  select raise(abort, 'the audit only grows');
end;
