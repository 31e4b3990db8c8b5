/** What a presented token is to its session, found out by its secret part. */
export type Presented = 'CURRENT' | 'EARLIER' | 'FORGED';
