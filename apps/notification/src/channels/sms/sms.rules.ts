/** Someone who binds and takes off cards all day gets less; a flood of alerts is read by nobody. */
export const smsTraits = { code: 'SMS', byDefault: false, alertsPerHour: 10, alertsPerDay: 30 } as const;
