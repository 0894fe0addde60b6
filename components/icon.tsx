import * as arrowDown from 'lucide-react/icons/arrow-down'
import * as arrowRight from 'lucide-react/icons/arrow-right'
import * as arrowUp from 'lucide-react/icons/arrow-up'
import * as arrowUpDown from 'lucide-react/icons/arrow-up-down'
import * as ban from 'lucide-react/icons/ban'
import * as banknote from 'lucide-react/icons/banknote'
import * as bell from 'lucide-react/icons/bell'
import * as bookmark from 'lucide-react/icons/bookmark'
import * as briefcase from 'lucide-react/icons/briefcase'
import * as building2 from 'lucide-react/icons/building-complex'
import * as calendar from 'lucide-react/icons/calendar'
import * as calendarCheck from 'lucide-react/icons/calendar-check'
import * as check from 'lucide-react/icons/check'
import * as chevronDown from 'lucide-react/icons/chevron-down'
import * as chevronLeft from 'lucide-react/icons/chevron-left'
import * as chevronRight from 'lucide-react/icons/chevron-right'
import * as circle from 'lucide-react/icons/circle'
import * as circleCheck from 'lucide-react/icons/circle-check'
import * as clock from 'lucide-react/icons/clock'
import * as coins from 'lucide-react/icons/coins'
import * as columns3 from 'lucide-react/icons/columns-3'
import * as contact from 'lucide-react/icons/contact'
import * as download from 'lucide-react/icons/download'
import * as ellipsis from 'lucide-react/icons/ellipsis'
import * as eye from 'lucide-react/icons/eye'
import * as eyeOff from 'lucide-react/icons/eye-off'
import * as factory from 'lucide-react/icons/factory'
import * as fileText from 'lucide-react/icons/file-text'
import * as flag from 'lucide-react/icons/flag'
import * as filter from 'lucide-react/icons/funnel'
import * as globe from 'lucide-react/icons/globe'
import * as gripVertical from 'lucide-react/icons/grip-vertical'
import * as handshake from 'lucide-react/icons/handshake'
import * as hardDrive from 'lucide-react/icons/hard-drive'
import * as house from 'lucide-react/icons/house'
import * as info from 'lucide-react/icons/info'
import * as kanban from 'lucide-react/icons/kanban'
import * as key from 'lucide-react/icons/key'
import * as keyboard from 'lucide-react/icons/keyboard'
import * as landmark from 'lucide-react/icons/landmark'
import * as layers from 'lucide-react/icons/layers'
import * as list from 'lucide-react/icons/list'
import * as listChecks from 'lucide-react/icons/list-checks'
import * as lock from 'lucide-react/icons/lock'
import * as logOut from 'lucide-react/icons/log-out'
import * as mail from 'lucide-react/icons/mail'
import * as mapPin from 'lucide-react/icons/map-pin'
import * as menu from 'lucide-react/icons/menu'
import * as messageSquare from 'lucide-react/icons/message-square'
import * as panelLeftClose from 'lucide-react/icons/panel-left-close'
import * as paperclip from 'lucide-react/icons/paperclip'
import * as pause from 'lucide-react/icons/pause'
import * as pencil from 'lucide-react/icons/pencil'
import * as phone from 'lucide-react/icons/phone'
import * as plus from 'lucide-react/icons/plus'
import * as printer from 'lucide-react/icons/printer'
import * as repeat from 'lucide-react/icons/repeat'
import * as rotateCcw from 'lucide-react/icons/rotate-ccw'
import * as route from 'lucide-react/icons/route'
import * as scale from 'lucide-react/icons/scale'
import * as scrollText from 'lucide-react/icons/scroll-text'
import * as search from 'lucide-react/icons/search'
import * as settings from 'lucide-react/icons/settings'
import * as shield from 'lucide-react/icons/shield'
import * as stickyNote from 'lucide-react/icons/sticky-note'
import * as table2 from 'lucide-react/icons/table-2'
import * as tag from 'lucide-react/icons/tag'
import * as ticket from 'lucide-react/icons/ticket'
import * as trash2 from 'lucide-react/icons/trash'
import * as triangleAlert from 'lucide-react/icons/triangle-exclamation-point'
import * as undo2 from 'lucide-react/icons/undo-2'
import * as user from 'lucide-react/icons/user'
import * as userPlus from 'lucide-react/icons/user-plus'
import * as users from 'lucide-react/icons/users'
import * as wifiOff from 'lucide-react/icons/wifi-off'
import * as x from 'lucide-react/icons/x'
import { createElement } from 'react'

/* The drawings alone: the package's own component is a client component, and a table would carry fifty of them. */
type Drawing = { __iconData: { node: [string, Record<string, string>][] } }
const drawings = {
  'arrow-down': arrowDown,
  'arrow-right': arrowRight,
  'arrow-up': arrowUp,
  'arrow-up-down': arrowUpDown,
  banknote,
  ban,
  bell,
  bookmark,
  briefcase,
  'building-2': building2,
  calendar,
  'calendar-check': calendarCheck,
  check,
  'chevron-down': chevronDown,
  'chevron-left': chevronLeft,
  'chevron-right': chevronRight,
  circle,
  'circle-check': circleCheck,
  clock,
  coins,
  'columns-3': columns3,
  contact,
  download,
  ellipsis,
  eye,
  'eye-off': eyeOff,
  factory,
  'file-text': fileText,
  filter,
  flag,
  globe,
  'grip-vertical': gripVertical,
  handshake,
  scale,
  'hard-drive': hardDrive,
  house,
  info,
  kanban,
  key,
  keyboard,
  landmark,
  layers,
  list,
  'list-checks': listChecks,
  lock,
  'log-out': logOut,
  mail,
  'map-pin': mapPin,
  menu,
  'message-square': messageSquare,
  'panel-left-close': panelLeftClose,
  paperclip,
  pause,
  pencil,
  phone,
  plus,
  printer,
  repeat,
  'rotate-ccw': rotateCcw,
  route,
  'scroll-text': scrollText,
  search,
  settings,
  shield,
  'sticky-note': stickyNote,
  'table-2': table2,
  tag,
  ticket,
  'trash-2': trash2,
  'triangle-alert': triangleAlert,
  'undo-2': undo2,
  user,
  'user-plus': userPlus,
  users,
  'wifi-off': wifiOff,
  x,
}
export type IconName = keyof typeof drawings
export const iconNames = Object.keys(drawings) as IconName[]

/** A drawing of 16 px (13 with `small`). Decoration unless it has a `label`. */
export function Icon({
  name,
  small,
  label,
  className,
}: {
  name: IconName
  small?: boolean
  label?: string
  className?: string
}) {
  const { node } = (drawings[name] as unknown as Drawing).__iconData
  const naming = label ? ({ role: 'img', 'aria-label': label } as const) : ({ 'aria-hidden': true } as const)
  return (
    <svg
      viewBox="0 0 24 24"
      className={`icon${small ? ' icon-s' : ''}${className ? ` ${className}` : ''}`}
      {...naming}
    >
      {node.map(([tag, { key, ...attributes }]) => createElement(tag, { key, ...attributes }))}
    </svg>
  )
}
