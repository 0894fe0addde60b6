/** What `npm run demo` prints: the accounts that the demo zone creates, all with one password. */
export const DEMO_PASSWORD = 'Zhaoshang-2026'

const desks = {
  domestic: 'domestic',
  'japan-korea': 'Japan and Korea',
  'europe-us': 'Europe and US',
  general: 'general',
}

export const DEMO_ACCOUNTS = [
  { login: 'admin', who: 'administrator: accounts, settings' },
  { login: 'director', who: 'director: all desks' },
  { login: 'viewer', who: 'viewer: reads, contact details masked' },
  ...Object.entries(desks).flatMap(([key, name]) => [
    { login: `head.${key}`, who: `head of desk, ${name}` },
    { login: `officer1.${key}`, who: `officer, ${name} (also officer2.${key})` },
  ]),
]
