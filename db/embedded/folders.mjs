// @ts-check
import { chmodSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * Folders for the server, walkable for the user it runs as.
 *
 * @param {import('./layout.mjs').Layout} layout
 */
export function prepareFolders({ dataDir, root }) {
  const first = mkdirSync(root, { recursive: true, mode: 0o755 })
  if (!first) return
  for (let folder = root; folder.length >= first.length; folder = dirname(folder)) {
    chmodSync(folder, folder === root || folder === dataDir ? 0o711 : 0o755)
  }
}
