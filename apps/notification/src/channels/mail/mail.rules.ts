/** A mail costs nothing and disturbs nobody. */
export const mailTraits = {
  code: 'EMAIL',
  byDefault: true,
  alertsOfKindPerHour: 10,
  alertsPerHour: 40,
  alertsPerDay: 100,
} as const;
