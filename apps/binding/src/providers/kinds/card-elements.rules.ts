/** What a bank compares besides the number of a card; each bank’s profile says which. */
export const cardElements = ['HOLDER_NAME', 'ID_NUMBER', 'PHONE'] as const;
export type CardElement = (typeof cardElements)[number];
