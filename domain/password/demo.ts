/** Of every account of the demonstration, and of no other: shown at its door and where it is started. */
export const demoPassword = 'Zhaoshang-2026'
