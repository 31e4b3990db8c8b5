import { request } from 'undici';

/**
 * Ready once every subgraph, at one of its URLs, has answered once; from then on a subgraph that goes away costs its own fields
 * only, so the gateway stays ready. A subgraph listens when all that it stands on is there; how it is it tells its operators only, elsewhere.
 */
export function createReadiness(subgraphs: readonly (readonly string[])[]): () => Promise<boolean> {
  const waitingFor = new Set(subgraphs);
  return async () => {
    await Promise.all(
      [...waitingFor].map(
        async (urls) => (await Promise.all(urls.map(answers))).includes(true) && waitingFor.delete(urls),
      ),
    );
    return waitingFor.size === 0;
  };
}

async function answers(url: string): Promise<boolean> {
  try {
    const { statusCode, body } = await request(`${url}/graphql`, { signal: AbortSignal.timeout(1_000) });
    await body.dump();
    return statusCode < 500;
  } catch {
    return false;
  }
}
