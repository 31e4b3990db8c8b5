/** A mail costs nothing and disturbs nobody. */
export const mailTraits = { code: 'EMAIL', byDefault: true, alertsPerHour: 20, alertsPerDay: 100 } as const;
