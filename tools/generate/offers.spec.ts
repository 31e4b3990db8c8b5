import { field, nothing, type Way } from '@bindery/kernel';
import { offersPage } from './offers';

const pageOf = (way: Way) =>
  offersPage([{ title: 'Steps', told: 'steps', source: 'steps.ts', ways: { STEP: way } }], new Set(['logIn', 'card']));

describe('the table of what is offered', () => {
  it('names the fields, the page, or that there is nothing', () => {
    expect(pageOf(field('logIn', 'card'))).toContain('| STEP | `logIn`, then `card` |');
    expect(pageOf({ by: 'PAGE', setting: 'SUPPORT_URL' })).toContain('`SUPPORT_URL`; not offered without it');
    expect(pageOf(nothing('not yet'))).toContain('never offered: not yet');
  });

  it('fails for a field that the graph has not, and for a page that cannot be configured', () => {
    expect(() => pageOf(field('openDispute'))).toThrow('STEP leads to openDispute, and the graph has no such field');
    expect(() => pageOf({ by: 'PAGE', setting: 'CONSENT_PAGE' })).toThrow('CONSENT_PAGE, which nobody can configure');
  });
});
