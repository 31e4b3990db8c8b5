/** Printed in the names of the tests that use it; set BINDERY_SEED to play a run again. */
export const seed = Number(process.env['BINDERY_SEED'] ?? Date.now() % 2 ** 31);
