/** STALE: repeated, late or about something that is over. UNKNOWN_SUBJECT: nothing of ours. Neither is an error. */
export type MessageOutcome = 'APPLIED' | 'STALE' | 'UNKNOWN_SUBJECT';
