/** A code lives five minutes, however often it is sent. NIST SP 800-63B-4, 3.1.3.2 allows ten. */
export const codeLifetimeMs = 5 * 60_000;

/** Wrong answers a code takes in its whole life. */
export const triesMax = 5;
