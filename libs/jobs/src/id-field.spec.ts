import { newId } from '@bindery/kernel';
import { idField } from './id-field';

describe('an id in the payload of a job', () => {
  it('is of its type and well-formed, or the payload does not fit', () => {
    const id = newId('operation');
    expect(idField('operation').parse(id)).toBe(id);
    for (const other of [newId('binding'), 'operation', ''])
      expect(idField('operation').safeParse(other).success).toBe(false);
  });
});
