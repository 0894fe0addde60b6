/** Whether a person keeps the rail folded; read when the frame is drawn. */
export const RAIL_COOKIE = 'rail'
