/** Ways to answer a challenge. */
export const factors = ['SMS_CODE', 'EMAIL_CODE'] as const;
export type Factor = (typeof factors)[number];

export type ContactChannel = 'SMS' | 'EMAIL';

/** The channel by which a factor's code travels. */
export const channelOf = { SMS_CODE: 'SMS', EMAIL_CODE: 'EMAIL' } as const satisfies Record<Factor, ContactChannel>;

/**
 * Factors whose codes this service can send. Mail joins when a mailbox can be confirmed: a channel that never
 * carried a code must not become one.
 */
export const sendableFactors: readonly Factor[] = ['SMS_CODE'];
