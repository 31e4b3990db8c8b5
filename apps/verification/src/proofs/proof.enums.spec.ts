import { bindingPhases } from '@bindery/event-contracts';
import { BindingPhaseEnum } from './proof.enums';

describe('the phases in the graph', () => {
  it('are those of the card machine, as events tell them', () =>
    expect(Object.keys(BindingPhaseEnum)).toEqual([...bindingPhases]));
});
