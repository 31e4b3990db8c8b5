import { rollRestarts } from './roll';

describe('rolling restarts', () => {
  it('of the gateway and of subgraphs under load drop no request and write nothing twice', async () => {
    const { answered, written, dropped, writtenTwice, lost } = await rollRestarts(3);
    expect({ dropped, writtenTwice, lost }).toEqual({ dropped: [], writtenTwice: [], lost: [] });
    expect(answered).toBeGreaterThan(100);
    expect(written).toBeGreaterThan(20);
  }, 240_000);
});
