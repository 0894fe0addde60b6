/** The arrows of docs/architecture.md: app -> access -> db -> domain; components and i18n beside. */
const only = (name, from, to, comment) => ({
  name,
  severity: 'error',
  comment,
  from: { path: from },
  to: { path: '^(app|access|bench|bin|components|db|domain|e2e|i18n|post)/', pathNot: to },
})
module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'routes-are-leaves',
      severity: 'error',
      comment: 'nothing imports app/',
      from: { pathNot: '^app/' },
      to: { path: '^app/' },
    },
    {
      name: 'routes-keep-their-files',
      severity: 'error',
      comment: "no route imports another route's private file",
      from: { path: '^app/\\(bureau\\)/([^/]+)/' },
      to: { path: '^app/\\(bureau\\)/[^/]+/', pathNot: '^app/\\(bureau\\)/$1/' },
    },
    only('domain-is-pure', '^domain/', '^domain/'),
    {
      name: 'domain-knows-no-framework',
      severity: 'error',
      from: { path: '^domain/' },
      to: { path: 'node_modules/(next|react|react-dom|drizzle-orm|postgres|next-intl|next-auth)/' },
    },
    {
      name: 'holidays-stay-on-the-server',
      severity: 'error',
      comment: "a package's lists are not for a browser: db/ passes the calendar on",
      from: { pathNot: '^(db/|domain/calendar/china)' },
      to: { path: '^domain/calendar/china|node_modules/chinese-days' },
    },
    only('db-knows-only-domain', '^db/', '^(db|domain)/'),
    only('components-know-no-product', '^components/', '^components/'),
    only('access-knows-db-and-domain', '^access/', '^(access|db|domain)/'),
    only('post-sends-what-db-keeps', '^post/(?!.*\\.test)', '^(post|i18n|domain|db/post)/'),
    only('i18n-knows-domain', '^i18n/', '^(i18n|domain|access|db/read)/'),
    only('app-reads-through-rooms', '^app/', '^(app|access|components|i18n|domain)/|^db/(read|write)/'),
    {
      name: 'only-db-touches-the-database',
      severity: 'error',
      from: { pathNot: '^(db|drizzle\\.config|bench|bin|(access|post)/.*\\.test)' },
      to: { path: 'node_modules/(drizzle-orm|postgres|drizzle-kit)/|^db/client' },
    },
    {
      name: 'only-access-grants',
      severity: 'error',
      from: { pathNot: '^(access|db/testing|db/seed|domain/policy/permit)' },
      to: { path: '^domain/policy/grant' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '((^|/)\\.next|^\\.data|node_modules/\\.cache)' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
}
