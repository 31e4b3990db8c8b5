// Every provider of the catalogue × every operation × every fault, judged by rules that hold for all. What comes out is docs/generated/provider-faults.md:
// BINDERY_WRITE_FAULTS=1 npx jest -c apps/binding/jest.config.cjs fault-matrix
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { troubles, whyMeaningless } from '../testing/fault-matrix/columns';
import type { PlayedKind } from '../testing/fault-matrix/deed';
import { createCells } from '../testing/fault-matrix/play-cell';
import type { Player } from '../testing/fault-matrix/player';
import { playerOf, providerCodes } from '../testing/fault-matrix/players';
import { startBench, type Bench } from '../testing/fault-matrix/start-bench';
import { writeTable, type Results } from '../testing/fault-matrix/write-table';

const file = join(__dirname, '../../../../docs/generated/provider-faults.md');
const isOnly = (code: string) => (process.env.BINDERY_FAULTS_OF ?? code).split(',').includes(code);
const played = providerCodes.filter(isOnly);

let bench: Bench;
beforeAll(async () => void (bench = await startBench()), 120_000);
afterAll(() => bench?.stop());

/** Cell after cell; what was broken in one does not keep the others from being played. */
async function playProvider(player: Player, broken: string[]): Promise<Results> {
  const cell = createCells(bench, player);
  const results = new Map<PlayedKind, Map<string, string>>();
  for (const kind of player.operations) {
    const row = new Map<string, string>();
    for (const trouble of troubles) {
      const why = whyMeaningless(player, kind, trouble);
      const failed = (error: Error) => {
        broken.push(error.message);
        return 'broken';
      };
      row.set(trouble.name, why ? `–${why}` : await cell(kind, trouble).catch(failed));
    }
    results.set(kind, row);
  }
  return results;
}

it('no provider, operation or fault makes a connector say what is not so', async () => {
  const broken: string[] = [];
  // All of them before the first plays: who has none ends the run at once, with nobody left playing on.
  const players = played.map((code) => playerOf(bench, code));
  const results = await Promise.all(
    players.map(async (player) => [player.code, await playProvider(player, broken)] as const),
  );
  const table = writeTable(new Map(results));
  if (process.env.BINDERY_WRITE_FAULTS !== undefined && played.length === providerCodes.length)
    await writeFile(file, table);
  expect(broken).toEqual([]);
  if (played.length === providerCodes.length) expect(table).toBe(await readFile(file, 'utf8'));
}, 600_000);
