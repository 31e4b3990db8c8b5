import { asLocked, type Locked } from './locked';

interface Row {
  readonly id: string;
  readonly part: { readonly state: string };
}

const read: Row = { id: 'a', part: { state: 'OLD' } };
const save = jest.fn((_row: Locked<Row>): void => undefined);

describe('what is locked', () => {
  it('is what was read, and may be saved', () => {
    const locked = asLocked(read);
    expect(locked).toBe(read);
    save(locked);
    expect(save).toHaveBeenLastCalledWith(read);
  });

  it('is nothing else: none of these compiles', () => {
    const locked = asLocked(read);
    // @ts-expect-error only read
    save(read);
    // @ts-expect-error a plain object
    save({ id: 'a', part: { state: 'NEW' } });
    // @ts-expect-error a copy
    save({ ...locked });
    // @ts-expect-error a copy with all of another row over it
    save({ ...locked, ...read });
    // @ts-expect-error the other way round
    save({ ...read, ...locked });
    // @ts-expect-error a part replaced
    save({ ...locked, part: { state: 'NEW' } });
    // @ts-expect-error the mark put on by hand
    save({ ...read, held: true });
    // @ts-expect-error a part written in place
    locked.part = { state: 'NEW' };
    expect(save).toHaveBeenCalled();
  });

  it('stays what it is while it is passed on, and where less of it is asked for', () => {
    const less = (row: Locked<Pick<Row, 'id'>>): string => row.id;
    expect(less(asLocked(read))).toBe('a');
  });
});
