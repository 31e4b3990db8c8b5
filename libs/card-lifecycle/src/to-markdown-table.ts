import { effectBuilders } from './effect-builders';
import { guards } from './guards';
import { livePhases } from './phases';
import type { Row, Step } from './row';
import { transitions } from './transitions';

const header = ['| # | from → to | trigger | who | only if | also |', '|---|---|---|---|---|---|'];

/** The table as Markdown, one line per row and trigger. */
export function toMarkdownTable(rows: readonly Row[] = transitions): string {
  return [...header, ...rows.flatMap((row) => row.steps.map((step) => lineOf(row, step))), ''].join('\n');
}

function lineOf(row: Row, step: Step): string {
  const onlyIf = [...(step.when ? [step.when] : []), ...step.onlyIf].map((name) => guards[name].text);
  const also = step.also.map((name) => effectBuilders[name].text);
  const cells = [row.row, way(row, step), step.on, step.by.join(', '), onlyIf.join('; '), also.join('; ')];
  return `| ${cells.join(' | ')} |`;
}

function way({ from, to }: Row, step: Step): string {
  const start = step.from ?? from;
  const names = start.length === livePhases.length ? 'any but terminal' : start.map((phase) => phase ?? '–').join(', ');
  return to === 'SAME' ? `${names}, same phase` : `${names} → ${to}`;
}
