/**
 * STALE: repeated, late or about something that is over. TURNED_DOWN: the provider has bound a card, and it may not stay so. UNKNOWN_SUBJECT: nothing
 * of ours. None is an error.
 */
export type MessageOutcome = 'APPLIED' | 'STALE' | 'TURNED_DOWN' | 'UNKNOWN_SUBJECT';
