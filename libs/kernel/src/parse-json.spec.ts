import { parseJson } from './parse-json';

describe('parseJson', () => {
  it('says what is JSON, null too, and undefined of anything else', () => {
    expect(['{"a":[1]}', 'null', '{"a":', ''].map(parseJson)).toEqual([{ a: [1] }, null, undefined, undefined]);
  });
});
