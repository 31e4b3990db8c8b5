import { testViewer } from '@bindery/trust/testing';
import { newId } from '@bindery/kernel';
import { maySee } from './may-see.rules';

describe('maySee', () => {
  const viewer = testViewer();

  it.each([
    ['the holder', viewer, true],
    ['somebody else', testViewer({ accountId: newId('account') }), false],
    ['a stranger', null, false],
  ])('%s', (_who, asking, seen) => expect(maySee(asking, viewer.accountId)).toBe(seen));
});
