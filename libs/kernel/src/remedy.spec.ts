import { remedyCodes, toRemedyKind } from './remedy';

describe('remedies', () => {
  it('have a kind each, in the case of all other enums', () => {
    const kinds = remedyCodes.map(toRemedyKind);
    expect(kinds.every((kind) => /^[A-Z]+(_[A-Z]+)*$/.test(kind))).toBe(true);
    expect(new Set(kinds).size).toBe(remedyCodes.length);
    expect(toRemedyKind('LogIn')).toBe('LOG_IN');
    expect(toRemedyKind('UsePhysicalCard')).toBe('USE_PHYSICAL_CARD');
  });
});
