import { livePhases, terminalPhases, type Phase } from './phases';
import type { Row, Step } from './row';
import { transitions } from './transitions';

/** The table as a Mermaid `stateDiagram-v2` (https://mermaid.js.org/syntax/stateDiagram.html). */
export function toMermaid(rows: readonly Row[] = transitions): string {
  const edges = rows.flatMap(edgesOf);
  const ends = terminalPhases.map((phase) => `  ${phase} --> [*]`);
  return ['stateDiagram-v2', ...edges, ...ends, ...noteOfEverywhere(rows), ''].join('\n');
}

/** One arrow per pair of phases and row, named by the row's number and triggers. */
function edgesOf({ row, from, to, steps }: Row): string[] {
  return from.flatMap((phase) => {
    const here = steps.filter(
      (step) => !isEverywhere(from, to, step) && (phase === null || (step.from ?? from).includes(phase)),
    );
    if (here.length === 0) return [];
    const target = to === 'SAME' ? phase : to;
    return [`  ${phase ?? '[*]'} --> ${target} : ${row} ${here.map(({ on }) => on).join(', ')}`];
  });
}

/** What stays in the phase wherever it happens would be an arrow at every state; a note says it once. */
function isEverywhere(from: Row['from'], to: Row['to'], step: Step): boolean {
  return to === 'SAME' && livePhases.every((phase: Phase) => (step.from ?? from).includes(phase));
}

function noteOfEverywhere(rows: readonly Row[]): string[] {
  const lines = rows.flatMap(({ row, from, to, steps }) => {
    const names = steps.filter((step) => isEverywhere(from, to, step)).map(({ on }) => on);
    return names.length === 0 ? [] : [`    ${row} ${names.join(', ')}`];
  });
  return lines.length === 0
    ? []
    : [
        '  note right of BOUND',
        '    In every phase but the terminal ones, without leaving it:',
        ...lines,
        '  end note',
      ];
}
