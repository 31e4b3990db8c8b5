export const smsTraits = { code: 'SMS', byDefault: false } as const;
