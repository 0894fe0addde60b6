import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'

const USUAL_PLACES = [
  // Without windows and their own pages: a fraction of the work. The programs themselves, since Debian's scripts of
  // the same names add flags, drawing on a GPU that is not there among them.
  '/usr/lib/chromium/chromium-headless-shell',
  '/usr/lib/chromium/chromium',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** Playwright's own, else one of this machine; undefined when there is none. */
export function findChromium(): string | undefined {
  return [process.env.CHROMIUM_PATH, chromium.executablePath(), ...USUAL_PLACES].find(
    path => path && existsSync(path),
  )
}

/** As root from the system's packages, with a font for Chinese, Japanese and Korean; else Playwright's own. */
export function installChromium() {
  const root = process.getuid?.() === 0
  if (root && existsSync('/usr/bin/apt-get')) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    for (const browser of ['chromium-headless-shell', 'chromium']) {
      try {
        execFileSync('apt-get', ['update', '-q'], { stdio: 'inherit', env })
        const words = ['install', '-q', '-y', '--no-install-recommends', browser, 'fonts-noto-cjk']
        execFileSync('apt-get', words, { stdio: 'inherit', env })
      } catch {
        process.stderr.write(`The system has no package ${browser} to give.\n`)
      }
      if (findChromium()) return
    }
  }
  const deps = root ? ['--with-deps'] : []
  execFileSync('node_modules/.bin/playwright', ['install', ...deps, 'chromium'], { stdio: 'inherit' })
}
