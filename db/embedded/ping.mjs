// @ts-check
import { connect } from 'node:net'
import { DATABASE, OWNER } from './layout.mjs'

/**
 * The few words of PostgreSQL's protocol that starting and stopping need: is it there, who is connected.
 * By hand, because the supervisor stays in memory for as long as the server runs.
 *
 * @typedef {'ready' | 'starting' | 'absent' | 'forbidden'} State
 * @typedef {{ state: State, rows: string[], error?: string }} Answer rows: the first column as text
 */

/** SQLSTATE cannot_connect_now: starting up, recovering or shutting down. */
const CANNOT_CONNECT_NOW = '57P03'
const PROTOCOL_3 = 196_608

/**
 * @param {string} socket path
 * @param {{ query?: string, user?: string, database?: string, timeout?: number }} [options] timeout in ms
 * @returns {Promise<Answer>} never rejects
 */
export function ask(socket, { query, user = OWNER, database = 'postgres', timeout = 5000 } = {}) {
  return new Promise(done => {
    /** @type {Answer} */
    const answer = { state: 'starting', rows: [] }
    let buffer = Buffer.alloc(0)
    let asked = false
    const connection = connect(socket)
    const finish = () => {
      connection.destroy()
      done(answer)
    }
    connection.setTimeout(timeout, finish)
    connection.on('error', error => {
      answer.state = stateOf(/** @type {NodeJS.ErrnoException} */ (error).code)
      finish()
    })
    connection.on('close', finish)
    connection.on('connect', () => connection.write(startup(user, database)))
    connection.on('data', data => {
      buffer = Buffer.concat([buffer, data])
      while (buffer.length >= 5 && buffer.length > buffer.readUInt32BE(1)) {
        const length = buffer.readUInt32BE(1) + 1
        hear(String.fromCharCode(buffer[0] ?? 0), buffer.subarray(5, length))
        buffer = buffer.subarray(length)
      }
    })

    /** @param {string} kind @param {Buffer} body */
    function hear(kind, body) {
      if (kind === 'E') {
        const fields = fieldsOf(body)
        answer.error = `${fields.C}: ${fields.M}`
        answer.state = fields.C === CANNOT_CONNECT_NOW ? 'starting' : 'ready'
        if (!asked) finish()
      } else if (kind === 'D') {
        answer.rows.push(firstColumn(body))
      } else if (kind === 'Z') {
        answer.state = 'ready'
        if (query && !asked) {
          asked = true
          connection.write(message('Q', `${query}\0`))
        } else {
          connection.end(message('X', ''), finish)
        }
      }
    }
  })
}

/** How many sessions the server serves, the asking one aside. @param {string} socket @returns {Promise<number>} */
export async function countClients(socket) {
  // Workers of the server itself carry no user, or no database.
  const query = `select count(*) from pg_stat_activity where usesysid is not null and datid is not null and pid <> pg_backend_pid()`
  const { rows } = await ask(socket, { query })
  return rows[0] === undefined ? 1 : Number(rows[0])
}

/** Whether the app's own database can be entered: the last thing that initialising makes. @param {string} socket */
export async function hasDatabase(socket) {
  const { state, error } = await ask(socket, { database: DATABASE })
  return state === 'ready' && !error
}

/** @param {string | undefined} code @returns {State} */
function stateOf(code) {
  if (code === 'EACCES' || code === 'EPERM') return 'forbidden'
  return code === 'ENOENT' || code === 'ECONNREFUSED' || code === 'ENOTSOCK' ? 'absent' : 'starting'
}

/** @param {string} user @param {string} database */
function startup(user, database) {
  const body = Buffer.from(`user\0${user}\0database\0${database}\0application_name\0zhaoshang supervisor\0\0`)
  const head = Buffer.alloc(8)
  head.writeUInt32BE(body.length + 8, 0)
  head.writeUInt32BE(PROTOCOL_3, 4)
  return Buffer.concat([head, body])
}

/** @param {string} kind @param {string} text */
function message(kind, text) {
  const body = Buffer.from(text)
  const head = Buffer.alloc(5)
  head.write(kind, 0)
  head.writeUInt32BE(body.length + 4, 1)
  return Buffer.concat([head, body])
}

/** @param {Buffer} body @returns {Record<string, string>} */
function fieldsOf(body) {
  const fields = body.toString().split('\0').filter(Boolean)
  return Object.fromEntries(fields.map(field => [field[0], field.slice(1)]))
}

/** @param {Buffer} body */
function firstColumn(body) {
  const length = body.readInt32BE(2)
  return length < 0 ? '' : body.subarray(6, 6 + length).toString()
}
