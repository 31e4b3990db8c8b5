/** Someone who binds and takes off cards all day gets less; a flood of alerts is read by nobody. */
export const smsTraits = {
  code: 'SMS',
  byDefault: false,
  alertsOfKindPerHour: 5,
  alertsPerHour: 20,
  alertsPerDay: 50,
} as const;
