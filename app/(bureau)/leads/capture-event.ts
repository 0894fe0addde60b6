/** The cookie that keeps the event of a fair chosen from one card to the next: its number. */
export const CAPTURE_EVENT = 'capture_event'
