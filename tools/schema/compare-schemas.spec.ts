import { compareSchemas } from './compare-schemas';

const compare = async (released: string, present: string, today = '2027-01-01') =>
  (await compareSchemas(released, present, today)).map(({ severity, message }) => `${severity} ${message}`);

describe('what changed since the release', () => {
  it('is nothing when nothing changed', async () => {
    expect(await compare('type Query { a: Int }', 'type Query { a: Int }')).toEqual([]);
  });

  it('breaks clients when something goes or asks for more, and comes first', async () => {
    const changes = await compare(
      'type Query { a: Int b(x: Int): Int } enum E { ONE }',
      'type Query { b(x: Int, y: Int!): Int c: Int } enum E { ONE TWO }',
    );
    expect(changes.map((change) => change.split(' ')[0])).toEqual(['BREAKING', 'BREAKING', 'DANGEROUS', 'HARMLESS']);
    expect(changes[0]).toMatch(/Field 'a' was removed|y/);
  });

  const deprecated =
    'type Query { a: Int old: Old @deprecated(reason: "It rounds. Use a. Stays until 2026-12-31.") } type Old { inner: Int }';

  it('lets a deprecated field and what only it led to go after its day, and not before', async () => {
    expect(await compare(deprecated, 'type Query { a: Int }', '2026-12-31')).toEqual([
      expect.stringContaining("BREAKING Type 'Old' was removed"),
      expect.stringContaining("BREAKING Field 'old'"),
    ]);
    expect(await compare(deprecated, 'type Query { a: Int }', '2027-01-01')).toEqual([
      expect.stringContaining("HARMLESS Type 'Old' was removed"),
      expect.stringContaining("HARMLESS Field 'old'"),
    ]);
  });

  it('lets nothing go that was never released as deprecated', async () => {
    expect(
      await compare('type Query { a: Int old: Int @deprecated(reason: "Old.") }', 'type Query { a: Int }'),
    ).toEqual([expect.stringContaining('BREAKING')]);
  });

  it('lets a number become wider, and nothing else of its type change with it', async () => {
    const change = (from: string, to: string) =>
      compare(
        `scalar SafeInt type Query { a(i: I): ${from} } input I { b: ${from} }`,
        `scalar SafeInt type Query { a(i: I): ${to} } input I { b: ${to} }`,
      );
    for (const wrapped of ['', '!']) {
      const changes = await change(`Int${wrapped}`, `SafeInt${wrapped}`);
      expect(changes.map((each) => each.split(' ')[0])).toEqual(['DANGEROUS', 'DANGEROUS']);
    }
    for (const [from, to] of [
      ['Int', 'Float'],
      ['SafeInt', 'Int'],
      ['Int', 'SafeInt!'],
      ['Int!', '[SafeInt!]!'],
    ] as const)
      expect((await change(from, to)).join()).toContain('BREAKING');
  });

  it('shows nothing of what is deprecated and still there', async () => {
    expect(await compare(deprecated, deprecated)).toEqual([]);
  });
});
