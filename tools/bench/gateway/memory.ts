import { createCommand } from '../../command-line/create-command';
import { atLeastOne } from '../../command-line/readers';
import { benchDocuments, type BenchDocument } from './documents';
import { loadWith } from './load';
import { startGatewayWorld } from './world';

/** One piece of the load: mostly what is asked often, and each document at least a little. */
const secondsOf: Readonly<Record<BenchDocument['name'], number>> = { heavy: 1, home: 4, light: 25 };

/** More than can be asked in one piece. */
const tokensEach = 90_000;

const MiB = (bytes: number) => (bytes / 2 ** 20).toFixed(1).padStart(8);

/**
 * What our gateway keeps while it answers many requests, each with an access token of its own: heap and RSS after a
 * garbage collection, a line for each piece. Let it run beside other work with `nice -n 19`.
 */
async function main(): Promise<void> {
  const command = createCommand('memory').option('--requests <count>', 'how many', atLeastOne, 500_000).parse();
  const wanted = Number(command.opts<{ requests: string }>().requests);
  const world = await startGatewayWorld();
  // At low priority others may keep the machine busy for seconds; that is not what is looked at here.
  const gateway = await world.startOurs([], { SUBGRAPH_TIMEOUT_MS: '60000' });
  console.log('requests   heap MiB  external   RSS MiB');
  let requests = 0;
  for (;;) {
    const { memory } = await gateway.kept();
    console.log(`${String(requests).padStart(8)} ${MiB(memory.heapUsed)}  ${MiB(memory.external)}  ${MiB(memory.rss)}`);
    if (requests >= wanted) break;
    for (const document of benchDocuments) {
      await world.makeTokens(document.name === 'light' ? tokensEach : tokensEach / 9);
      requests += (
        await loadWith({
          url: gateway.url,
          document,
          concurrency: 8,
          seconds: secondsOf[document.name],
          nextToken: world.nextToken,
        })
      ).requests;
    }
  }
  await gateway.stop();
  world.stop();
}

void main();
