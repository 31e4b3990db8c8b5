/** After this many tries a webhook is given up: about six minutes, longer than any outage the platform is tested with. */
export const attemptsMax = 20;

const firstRetryMs = 200;
const retryMaxMs = 30_000;

/** How long to wait after the given number of failed tries, or undefined when it is time to give up. */
export function retryAfterMs(attempts: number): number | undefined {
  return attempts >= attemptsMax ? undefined : Math.min(retryMaxMs, firstRetryMs * 2 ** (attempts - 1));
}
