// What each style declares, played; one that is declared and cannot be played fails here.
import { playAbility } from '../testing/contract/play-ability';
import { startBench, type Bench } from '../testing/fault-matrix/start-bench';
import { namesOfAbilities } from './style-abilities.rules';
import { abilitiesOf, connectorStyleCodes } from './styles';

let bench: Bench;
beforeAll(async () => void (bench = await startBench()), 120_000);
afterAll(() => bench?.stop());

const declared = connectorStyleCodes.flatMap((style) =>
  namesOfAbilities(abilitiesOf(style)).map((name) => [style, name] as const),
);

it.each(declared)('%s %s', (style, name) => playAbility(bench, style, name), 30_000);

it('an ability that nobody plays fails, and so does one that a style does not have', async () => {
  await expect(playAbility(bench, 'GENERIC', 'teleports')).rejects.toThrow('nobody plays it');
  await expect(playAbility(bench, 'ALIPAY', 'returns REACTIVATE')).rejects.toThrow('can show it');
  await expect(playAbility(bench, 'WECHAT_PAY', 'pauses')).rejects.toThrow('422');
  await expect(playAbility(bench, 'SELF_CUSTODY', 'lists')).rejects.toThrow('there is no list');
}, 30_000);
