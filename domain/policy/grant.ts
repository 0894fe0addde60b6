import type { Actor } from './actor'
import { type Permission, type Reach, reachOf } from './table'

/**
 * The right of one person to do one thing, granted. Its `#granted` field cannot be written in a literal, so a
 * forged permit does not compile, and `isPermit` finds the ones that were cast.
 */
export class Permit<P extends Permission = Permission> {
  readonly #granted = true

  private constructor(
    readonly permission: P,
    readonly actor: Actor,
    readonly reach: Exclude<Reach, 'none'>,
  ) {}

  /** Null when the policy table does not give this permission to the actor's role. Only `access/` calls it. */
  static grant<P extends Permission>(permission: P, actor: Actor): Permit<P> | null {
    const reach = reachOf(permission, actor.role)
    return reach === 'none' ? null : new Permit(permission, actor, reach)
  }

  static isPermit(value: object): boolean {
    return #granted in value && value.#granted
  }
}
