/** A mail costs nothing and disturbs nobody. */
export const mailTraits = { code: 'EMAIL', byDefault: true } as const;
