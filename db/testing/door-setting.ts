import type { Permission } from '@/domain/policy/table'
import { people, type Who } from './door'

type Granted = { permission: Permission; may: readonly Who[] }
const door = (permission: Permission, may: readonly Who[]): Granted => ({ permission, may })
const admin: readonly Who[] = ['admin']
const adminAndDirector: readonly Who[] = ['admin', 'director']
const noAdmin = people.filter(who => who !== 'admin')

/** Read by all staff and by those who only look; what of it is masked is tried beside each read. */
export const shared: Record<string, Granted> = {
  getReference: door('reference.read', people),
  getListSetting: door('own.edit', people),
  frameState: door('day.read', people),
  listCompanies: door('company.read', people),
  getCompany: door('company.read', people),
  eachCompany: door('company.export', noAdmin),
  companyLog: door('company.read', people),
  pickCompanies: door('company.read', people),
  listContacts: door('contact.read', people),
  getContact: door('contact.read', people),
  pickContacts: door('contact.read', people),
  contactCases: door('contact.read', people),
  contactLog: door('contact.read', people),
  mergedHere: door('company.read', people),
  mergedInto: door('company.read', people),
  getMergePreview: door('company.merge', ['director', 'headOfDesk', 'headElsewhere']),
  listEvents: door('event.read', people),
  getEvent: door('event.read', people),
  eachEvent: door('event.export', noAdmin),
  listEventYears: door('event.read', people),
  pickEvents: door('event.read', people),
  eventOutcome: door('event.read', people),
  eventLog: door('event.read', people),
  createView: door('view.save', people),
  editView: door('view.save', people),
  deleteView: door('view.save', people),
  setHome: door('own.edit', people),
  getHome: door('own.edit', people),
  savePreference: door('own.edit', people),
  editOwnSettings: door('own.edit', people),
  changeOwnPassword: door('own.edit', people),
}

/** Accounts, desks, routes, lists and the log: the administrator's; rates and the zone's settings the director's too. */
export const settings: Record<string, Granted> = {
  listUsers: door('user.read', admin),
  getUser: door('user.read', admin),
  createUser: door('user.create', admin),
  editUser: door('user.edit', admin),
  disableUser: door('user.disable', admin),
  enableUser: door('user.enable', admin),
  resetUser: door('user.reset', admin),
  listDesks: door('desk.edit', admin),
  createDesk: door('desk.create', admin),
  editDesk: door('desk.edit', admin),
  stepDesk: door('desk.edit', admin),
  listRoutes: door('route.edit', admin),
  createRoute: door('route.create', admin),
  editRoute: door('route.edit', admin),
  reorderRoutes: door('route.reorder', admin),
  deleteRoute: door('route.delete', admin),
  listIndustries: door('industry.edit', admin),
  createIndustry: door('industry.create', admin),
  editIndustry: door('industry.edit', admin),
  stepIndustry: door('industry.edit', admin),
  editCountry: door('country.edit', admin),
  listTags: door('tag.edit', adminAndDirector),
  createTag: door('tag.create', adminAndDirector),
  editTag: door('tag.edit', adminAndDirector),
  mergeTag: door('tag.merge', adminAndDirector),
  deleteTag: door('tag.delete', adminAndDirector),
  listRates: door('rate.create', adminAndDirector),
  createRate: door('rate.create', adminAndDirector),
  deleteRate: door('rate.delete', adminAndDirector),
  getZone: door('zone.edit', adminAndDirector),
  editZone: door('zone.edit', adminAndDirector),
  listAudit: door('audit.read', admin),
  eachAudit: door('audit.export', admin),
  getSystemFacts: door('audit.read', admin),
  getLogCheck: door('audit.read', admin),
}
