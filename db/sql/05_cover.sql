-- For whom the viewer acts on a case: a colleague of its team for whom he stands in today, where he is not of the team
-- himself and does not head its desk. Null when he acts for himself.
create or replace function acts_for(p_desk bigint, p_team bigint[]) returns bigint language sql stable as $$
  select c from unnest(public.viewer_covers()) c
  where p_team @> array[c] and not p_team @> array[public.viewer_id()]
    and not (public.viewer_role() = 'manager' and p_desk = any(public.viewer_writes_desks()))
  order by c limit 1
$$;
