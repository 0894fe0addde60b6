import { cny, hkd, jpy, krw, usd } from './amount'
import { type DealSpec, several } from './deal-spec'

/** 31 approved in the two years before: not in "17 this year". Stated in yuan, as no older rates are kept. */
export const approvedEarlier: readonly DealSpec[] = [
  ...several(
    'domestic',
    'CN',
    ...[15600, 8800, 7200, 6600, 5400, 4900, 4200, 3800, 3500, 2900, 2400, 2000, 1800, 1500, 1200].map(cny),
  ),
  ...several('japan_korea', 'JP', ...[3200, 2600, 1750, 1100].map(cny)),
  ...several('japan_korea', 'KR', ...[2400, 1300, 860].map(cny)),
  ...several('europe_us', 'IT', cny(860)),
  ...several('europe_us', 'US', cny(4600), cny(2150)),
  ...several('europe_us', 'GB', cny(1380)),
  ...several('general', 'HK', cny(5200), cny(3300)),
  ...several('general', 'TW', cny(2700), cny(1600)),
  ...several('general', 'CN', cny(7400)),
]

/** On hold on 30 June: they count nowhere. */
export const onHold: readonly DealSpec[] = [
  ...several('domestic', 'CN', cny(4100), cny(2300)),
  ...several('japan_korea', 'JP', jpy(26000)),
  ...several('japan_korea', 'KR', krw(120000)),
  ...several('europe_us', 'US', usd(240)),
  ...several('general', 'HK', hkd(2600)),
]

/** Lost by 30 June. */
export const lost: readonly DealSpec[] = [
  ...several('domestic', 'CN', cny(6800), cny(2900), cny(1450), null),
  ...several('japan_korea', 'JP', jpy(38000), jpy(12000)),
  ...several('japan_korea', 'KR', krw(75000)),
  ...several('europe_us', 'DE', cny(3100)),
  ...several('europe_us', 'US', null),
  ...several('general', 'HK', hkd(1800)),
]
