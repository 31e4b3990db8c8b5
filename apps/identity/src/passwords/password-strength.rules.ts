import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';

/** Characters that are judged. What comes after makes no password worse, and judging takes time that grows faster than its length. */
const judgedLength = 24;

/**
 * Tries that somebody needs who knows what people choose: leaked passwords, walks over a keyboard, repetitions, dates. zxcvbn calls
 * 10^10 and more very unguessable: safe even from who has stolen the hashes.
 */
const guessesLog10Min = 10;

/** Of these a password follows a rule; else it is made of what leaked. */
const ruled = new Set(['repeat', 'sequence', 'spatial']);

const judge = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs, maxLength: judgedLength });

/** Why a password would be guessed, or null when it would not (zxcvbn, Wheeler 2016). */
export function guessableBy(password: string): 'COMMON' | 'PREDICTABLE' | null {
  const { guessesLog10, sequence } = judge.check([...password].slice(0, judgedLength).join(''));
  if (guessesLog10 >= guessesLog10Min) return null;
  return sequence.some(({ pattern }) => ruled.has(pattern)) ? 'PREDICTABLE' : 'COMMON';
}
