import { toMarkdownTable } from './to-markdown-table';
import { toMermaid } from './to-mermaid';
import { transitions } from './transitions';

describe('the Markdown table', () => {
  const lines = toMarkdownTable().trimEnd().split('\n');

  it('has a line for every row and trigger, with six cells each', () => {
    const wanted = transitions.flatMap(({ row, steps }) => steps.map(({ on }) => `${row} ${on}`));
    const cells = lines.slice(2).map((line) => line.split(' | '));
    expect(cells.map(([row, , on]) => `${row?.slice(2)} ${on}`)).toEqual(wanted);
    for (const line of lines) expect(line.match(/\|/g)).toHaveLength(7);
  });

  it('says who, only if and also as the data does', () => {
    expect(lines).toContain(
      '| 7 | BINDING → BOUND | ProviderConfirmed | PROVIDER | operation matches the open one | first usable payment method becomes default; holds told to the provider that does not know them |',
    );
    expect(lines.some((line) => line.startsWith('| 23 | any but terminal, same phase | SyncChanged | SYSTEM |'))).toBe(
      true,
    );
  });

  it('changes with the data', () => {
    const one = toMarkdownTable([
      {
        row: 9,
        from: ['BOUND'],
        to: 'RETIRED',
        steps: [{ on: 'Cancel', by: ['RISK'], onlyIf: [], then: 'keep', also: [] }],
      },
    ]);
    expect(one.split('\n')[2]).toBe('| 9 | BOUND → RETIRED | Cancel | RISK |  |  |');
  });
});

describe('the Mermaid diagram', () => {
  const diagram = toMermaid();

  it('is a state diagram with an arrow for every row that moves', () => {
    expect(diagram.startsWith('stateDiagram-v2\n')).toBe(true);
    for (const { row, from, to } of transitions) {
      if (to === 'SAME') continue;
      for (const phase of from) expect(diagram).toContain(`  ${phase ?? '[*]'} --> ${to} : ${row} `);
    }
  });

  it('ends in the terminal phases and says once what stays everywhere', () => {
    for (const phase of ['DECLINED', 'REPLACED', 'RETIRED']) expect(diagram).toContain(`  ${phase} --> [*]`);
    expect(diagram).toContain('12 AddHold, LiftHold\n    23 SyncChanged');
    expect(diagram).toContain('BOUND --> BOUND : 12 ProviderConfirmed, ProviderRefused');
  });
});
