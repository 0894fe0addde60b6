-- :from and :to are row numbers (:to not included), whole fives. Rows have the id 1000000 + their number, so that one
-- statement can name what another has made. Everything is drawn from the row's number: the same rows each time. How the
-- words sound stands in the table sounded, made of the literals below.

-- who works on which desk, and whom one may ask for help on another
create temp table staffed on commit drop as
  select m.desk_id, array_agg(m.user_id order by m.user_id) as ids, count(*)::int as many,
    (array_agg(m.user_id order by m.user_id))[1] as head
  from desk_members m join users u on u.id = m.user_id where u.role in ('manager', 'officer') group by 1;
create temp table drawn on commit drop as
  select n, 1000000 + n as id,
    (hashint8extended(n, 1) & 32767)::int as a, (hashint8extended(n, 2) & 32767)::int as b,
    (hashint8extended(n, 3) & 32767)::int as c, (hashint8extended(n, 4) & 32767)::int as d,
    1000000 + n - n % 5 + (hashint8extended(n, 5) & 32767)::int % 3 as company_id,
    firm.*,
    (array['CN','CN','CN','JP','KR','DE','US','HK'])[1 + (hashint8extended(n, 6) & 7)::int] as country
  from generate_series(:from::bigint, :to::bigint - 1) n, lateral (
    select string_agg(word, '' order by place) || (n / 770 + 1) as firm,
      string_agg(s.whole, '' order by place) || (n / 770 + 1) as whole, string_agg(s.initials, '' order by place) || (n / 770 + 1) as initials
    from unnest(array[
    (array['苏州','宁波','青岛','大连','厦门','南通','烟台','无锡','合肥','嘉兴'])[1 + n % 10],
    (array['华瑞','恒达','明远','博雅','新科','锦程','泰和','东升','瑞丰','启元','安信'])[1 + n % 11],
    (array['精密机械','生物医药','新材料','智能装备','汽车零部件','半导体','冷链物流'])[1 + n % 7]]) with ordinality w(word, place) join sounded s using (word)) firm;
create temp table placed on commit drop as
  select w.*, s.desk_id, s.ids[1 + w.b % s.many] as officer, s.head,
    case when w.c % 12 = 0 then o.ids[1 + w.a % o.many] end as helper,
    (select array_agg(id order by id) from industries) as industries,
    (select array_agg(id order by id) from events) as events
  from drawn w
    join (select *, row_number() over (order by desk_id) - 1 as place, count(*) over () as desks from staffed) s
      on s.place = w.a % s.desks
    join (select *, row_number() over (order by desk_id) - 1 as place from staffed) o on o.place = (w.a + w.d) % s.desks;

insert into companies (id, number, name, name_locale, country, origin, kind, industry_id, name_key, search_text, created_by,
  updated_by, created_at, updated_at) overriding system value
select id, 'C-2019-' || lpad(n::text, 6, '0'), firm || '有限公司', 'zh-Hans', country, null, null,
  industries[1 + b % cardinality(industries)], lower(firm),
  firm || '有限公司 c2019' || lpad(n::text, 6, '0') || ' | ' || whole || 'YOUXIANGONGSI ' || initials || 'YXGS', officer, officer,
  now() - interval '900 days', now() - n * interval '1 minute'
from placed where n % 5 < 3;

insert into contacts (id, number, company_id, name, title, language, search_text, created_by, updated_by) overriding system value
select id, 'K-2019-' || lpad(n::text, 6, '0'), id, s.word, '总经理', 'zh-Hans',
  s.word || ' k2019' || lpad(n::text, 6, '0') || ' | ' || s.whole || ' ' || s.initials, officer, officer
from placed join sounded s on s.word = (array['王建国','王丽华','王志强','王晓红','王文博'])[1 + a % 5] where n % 5 < 3;
insert into contact_details (contact_id, phones, updated_by)
select id, array['+86 138' || lpad(n::text, 8, '0')], officer from placed where n % 5 < 3;

insert into leads (id, number, name, name_locale, company_id, contact_id, country, industry_id, source, event_id, need, intended_minor,
  intended_currency, intended_rate, intended_cny, stage, stage_since, verdict, verdict_reason, disqualify_reason, disqualify_text,
  reached_name, first_contact_at, next_step, next_step_on, last_progress_at, clock, clock_due, search_text, desk_id,
  case_officer_id, team_ids, created_by, updated_by, created_at, updated_at) overriding system value
select id, 'L-2019-' || lpad(n::text, 6, '0'), firm, 'zh-Hans', company_id, company_id, country,
  industries[1 + c % cardinality(industries)], case when d % 3 = 0 then 'event' else 'referral' end,
  case when d % 3 = 0 then events[1 + d % cardinality(events)] end, '租用标准厂房约 ' || (1 + a % 90) || '00 平方米，配套宿舍',
  (1 + d % 900) * 1000000::bigint, 'CNY', 1, (1 + d % 900) * 1000000::bigint, stage, current_date - b % 300,
  case when stage in ('qualified', 'converted') then 'pursue' end, case when stage in ('qualified', 'converted') then '产业匹配' end,
  case when stage = 'disqualified' then 'no_reply' end, case when stage = 'disqualified' then '三次未回复' end,
  case when stage <> 'new' then '王先生' end, case when stage <> 'new' then now() - (b % 300) * interval '1 day' end,
  case when open then '电话回访' end, case when open then current_date - 20 + c % 80 end, now() - (b % 300) * interval '1 day',
  case when open then case stage when 'new' then 'answer' when 'contacted' then 'appraise' else 'progress' end end,
  case when open then current_date - 10 + d % 60 end, firm || ' l2019' || lpad(n::text, 6, '0') || ' | ' || whole || ' ' || initials, desk_id, officer,
  array_remove(array[officer, helper], null), officer, officer, now() - (301 + a % 400) * interval '1 day', now() - (b % 300) * interval '1 day'
from (select *, stage in ('new', 'contacted', 'qualified') as open
  from (select *, (array['new','contacted','qualified','converted','disqualified'])[1 + d % 5] as stage from placed) s) p;
insert into deals (id, number, name, company_id, contact_id, country, industry_id, high_tech, form, content, source, event_id, lead_id,
  total_minor, total_currency, total_rate, total_cny, total_on, foreign_minor, foreign_currency, foreign_rate, foreign_cny, foreign_on,
  entry_document_kind, entry_document_on, entry_document_reference, intent_on, intent_reference, agreement_on, agreement_reference, approval_authority,
  approval_number, approval_on, land_m_2, jobs, stage, stage_since, status, status_since, status_reason, status_text, next_step,
  next_step_on, last_progress_at, search_text, desk_id, case_officer_id, team_ids, reader_ids, created_by, updated_by, created_at,
  updated_at) overriding system value
select id, 'D-2019-' || lpad(n::text, 6, '0'), firm || '生产基地项目', company_id, company_id, country,
  industries[1 + c % cardinality(industries)], a % 4 = 0, 'wholly_owned', '建设生产线 ' || (1 + a % 6) || ' 条，年产 ' || (b % 900 + 100) || ' 万件',
  'visit', case when d % 3 = 0 then events[1 + d % cardinality(events)] end, case when n % 10 = 0 then id end,
  total, case when total is not null then 'CNY' end, case when total is not null then 1 end, total, case when total is not null then current_date - 400 end,
  case when country <> 'CN' then total / 2 end, case when country <> 'CN' and total is not null then 'CNY' end,
  case when country <> 'CN' and total is not null then 1 end, case when country <> 'CN' then total / 2 end,
  case when country <> 'CN' and total is not null then current_date - 400 end,
  'intent', current_date - 420, '意向 ' || n, current_date - 420, '意向 ' || n, current_date - 410, '协议 ' || n, case when stage = 'approved' then '市商务局' end,
  case when stage = 'approved' then '商资〔' || n || '〕号' end, case when stage = 'approved' then since end, 1000 + a % 50000, 10 + b % 800,
  stage, since, status, since, case when status <> 'active' then 'funds' end, case when status <> 'active' then '资金未落实' end,
  case when open then '安排实地考察' end, case when open and c % 3 > 0 then current_date - 15 + c % 90 end,
  now() - least(b % 200, current_date - since) * interval '1 day', firm || '生产基地项目 d2019' || lpad(n::text, 6, '0') || ' | ' || whole || 'SHENGCHANJIDIXIANGMU ' || initials || 'SCJDXM', desk_id, officer,
  array_remove(array[officer, helper], null), case when n % 50 = 0 then array[head] else '{}' end, officer, officer,
  since - interval '90 days' - (a % 60) * interval '1 day', now() - (b % 200) * interval '1 day' - n * interval '1 second'
from (select *, current_date - case when stage = 'approved' then a % 1100 else d % 260 end as since, status = 'active' and stage <> 'approved' as open
  from (select *, case when c % 10 < 5 then 'negotiation' when c % 10 < 7 then 'entry_procedures' else 'approved' end as stage,
    case when d % 20 < 15 or c % 10 >= 7 then 'active' when d % 20 < 17 then 'on_hold' when d % 20 < 19 then 'lost' else 'withdrawn' end as status,
    case when b % 12 > 0 then (1 + (a::bigint * 32768 + b) % 90000) * 1000000 end as total from placed) s) p;
