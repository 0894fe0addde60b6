-- What has happened to the leads and deals of load.sql between :from and :to: their facts, activities and log.

insert into lead_facts (lead_id, fact, value, desk_id, effective_on, recorded_by, recorded_at)
select id, 'stage', stage, null, stage_since, created_by, created_at from leads where id >= 1000000 + :from and id < 1000000 + :to
union all
select id, 'desk', null, desk_id, created_at::date, created_by, created_at from leads where id >= 1000000 + :from and id < 1000000 + :to;
insert into deal_facts (deal_id, fact, value, desk_id, total_minor, total_currency, total_rate, total_cny, effective_on, recorded_by, recorded_at)
select id, f.fact, case f.fact when 'stage' then stage when 'status' then status end, case f.fact when 'desk' then desk_id end,
  case f.fact when 'total_investment' then total_minor end, case f.fact when 'total_investment' then total_currency end,
  case f.fact when 'total_investment' then total_rate end, case f.fact when 'total_investment' then total_cny end,
  case when f.fact in ('stage', 'status') then stage_since else created_at::date end, created_by, created_at
from deals, unnest(array['stage', 'status', 'desk', 'total_investment']) f(fact) where id >= 1000000 + :from and id < 1000000 + :to;

insert into activities (lead_id, deal_id, company_id, kind, happened_on, text, desk_id, team_ids, reader_ids, created_by, created_at)
select id, null, company_id, 'call', created_at::date + 3, '电话沟通厂房面积与用电需求，对方将于下周回复', desk_id, team_ids, reader_ids, case_officer_id, created_at
from leads where id >= 1000000 + :from and id < 1000000 + :to
union all
select null, id, company_id, 'meeting', stage_since, '与投资方会谈，就土地与厂房方案交换意见', desk_id, team_ids, reader_ids, case_officer_id, created_at
from deals where id >= 1000000 + :from and id < 1000000 + :to;

insert into log_entries (at, actor_id, verb, noun, record_id, details)
select created_at, created_by, 'lead.create', 'lead', id, jsonb_build_object('to', 'new', 'desk', desk_id) from leads where id >= 1000000 + :from and id < 1000000 + :to
union all
select created_at, created_by, 'deal.create', 'deal', id, jsonb_build_object('to', 'negotiation', 'desk', desk_id) from deals where id >= 1000000 + :from and id < 1000000 + :to;
