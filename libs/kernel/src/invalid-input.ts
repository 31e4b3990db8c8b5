/** A field of what was asked cannot be right; the first fault found. Every use case that reads input may refuse with it. */
export interface InvalidInput {
  readonly kind: 'INVALID_INPUT';
  /** The field at fault, as a path from the input, e.g. `card.bank.number`. */
  readonly field: string;
}

/** The refusal for one field, e.g. `err(invalidField('consent.version'))`. */
export const invalidField = (field: string): InvalidInput => ({ kind: 'INVALID_INPUT', field });
