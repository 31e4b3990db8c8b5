import { createTranslator, type Locale } from '@bindery/localisation';
import { demoWords, isDemoWord, type DemoWord } from './demo-words';
import type { WatchedEvent } from './event-watch';

export type Values = Record<string, string | number | Date>;

export interface Storyteller {
  /** The language it is told in. */
  readonly locale: Locale;
  /** A code of the graph, such as a status, as people of that language read it; one without words stands for itself. */
  wordFor(code: string): string;
  /** Begins a step of the journey. */
  step(word: DemoWord, values?: Values): void;
  /** Tells something that the step did. */
  tell(word: DemoWord, values?: Values): void;
  /** Shows text as it stands, e.g. a card drawn in text. */
  show(lines: readonly string[]): void;
  /** Tells a fact and notes whether it is so. */
  check(isSo: boolean, word: DemoWord, values?: Values): void;
  /** Notes the events that the step brought. */
  events(events: readonly WatchedEvent[]): void;
  /** Notes an error that ended the journey. */
  fail(error: unknown): void;
  /** Whether all was as told; says how long it took where that is given. */
  end(seconds?: number): boolean;
}

interface Step {
  readonly title: string;
  readonly told: string[];
  readonly checks: { readonly fact: string; readonly ok: boolean }[];
  readonly events: string[];
}

/** Tells the journey to a person, or to a machine as one JSON object a step. */
export function createStoryteller(
  locale: Locale,
  form: 'text' | 'json',
  write: (line: string) => void = (line) => console.log(line),
): Storyteller {
  const translate = createTranslator(demoWords);
  const steps: Step[] = [];
  let failures = 0;
  const isText = form === 'text';
  const say = (line: string) => isText && write(line);
  const current = () => steps.at(-1) ?? { title: '', told: [], checks: [], events: [] };
  const flush = () => {
    if (!isText && steps.length > 0)
      write(JSON.stringify({ step: steps.length, ...current(), ok: current().checks.every(({ ok }) => ok) }));
  };

  return {
    locale,
    wordFor: (code) => (isDemoWord(code) ? translate(locale, code) : code),
    step(word, values) {
      flush();
      steps.push({ title: translate(locale, word, values), told: [], checks: [], events: [] });
      say(`\n${steps.length}. ${current().title}`);
    },
    tell(word, values) {
      const text = translate(locale, word, values);
      current().told.push(text);
      say(`   ${text}`);
    },
    show(lines) {
      for (const line of lines) say(`     ${line}`);
    },
    check(ok, word, values) {
      const fact = translate(locale, word, values);
      current().checks.push({ fact, ok });
      if (!ok) failures += 1;
      say(`   ${ok ? '✓' : '✗'} ${fact}`);
    },
    events(events) {
      const types = events.map(({ type }) => type);
      current().events.push(...types);
      if (types.length > 0)
        say(
          `   ${translate(locale, 'eventsSeen')} ${types.map((type) => type.replace(/^bindery\.|\.v\d+$/g, '')).join(', ')}`,
        );
    },
    fail(error) {
      failures += 1;
      const fact = translate(locale, 'broke', { error: error instanceof Error ? error.message : String(error) });
      current().checks.push({ fact, ok: false });
      say(`   ✗ ${fact}`);
    },
    end(seconds) {
      flush();
      const ok = failures === 0;
      const text = translate(locale, ok ? 'allAsTold' : 'notAsTold', { steps: steps.length, failures });
      const took = seconds === undefined ? undefined : Math.round(seconds);
      const told = took === undefined ? text : `${text} ${translate(locale, 'tookSeconds', { seconds: took })}`;
      write(isText ? `\n${told}` : JSON.stringify({ ok, steps: steps.length, failures, seconds: took }));
      return ok;
    },
  };
}
