import { expect, test } from 'vitest'
import { localPath } from './local-path'

test.each(['/deals?stage=approved&page=2', '/leads/L-2026-0001', '/', '/companies/%E9%A9%AC%E6%B0%8F'])(
  '%s is ours',
  path => expect(localPath(path)).toBe(path),
)

test.each([
  '//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  'https://evil.example/deals',
  'javascript:alert(1)',
  'deals',
  '/sign-in?next=/sign-in',
  '/api/health',
  '',
  null,
  ['/deals'],
  `/${'x'.repeat(3000)}`,
])('%s leads to the first page instead', wanted => expect(localPath(wanted)).toBe('/'))
