import { request } from 'undici';

/**
 * Ready once every subgraph has answered once; from then on a subgraph that goes away costs its own fields
 * only, so the gateway stays ready.
 */
export function createReadiness(urls: readonly string[]): () => Promise<boolean> {
  const waitingFor = new Set(urls);
  return async () => {
    await Promise.all([...waitingFor].map(async (url) => (await answers(url)) && waitingFor.delete(url)));
    return waitingFor.size === 0;
  };
}

async function answers(url: string): Promise<boolean> {
  try {
    const { statusCode, body } = await request(`${url}/health/ready`, { signal: AbortSignal.timeout(1_000) });
    await body.dump();
    return statusCode === 200;
  } catch {
    return false;
  }
}
