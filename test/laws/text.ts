// Owns what may and may not stand in a source's text: the comment it opens with, no suppressions,
// no notes to self, and in core nothing that is impure, even in a comment. Words that must not
// occur are put together from pieces, since this file obeys them too.
import { byLine, isCode, isSource, linesOf, type Law } from './law';
import { anyTypesOf } from './source';

const LEAST_OPENING = 2;
const MOST_OPENING = 6;
const LINE_COMMENT = /^(?:\/\/|--)/u;

/** Lines of the comment that a text opens with; a line of a block counts when it says something. */
function openingLines(text: string): number {
  const lines = linesOf(text.replace(/^#!.*\n/u, ''));
  const block = /^\/\*([\s\S]*?)\*\//u.exec(lines.join('\n'));
  if (block !== null) {
    return linesOf(block[1] ?? '').filter((line) => /[^\s*]/u.test(line)).length;
  }
  const first = lines.findIndex((line) => !LINE_COMMENT.test(line));
  return first === -1 ? lines.length : first;
}

/** Every source opens with two to six lines that say what it owns. */
export const openingComment: Law = (tree) =>
  tree
    .filter((file) => isSource(file.path))
    .flatMap((file) => {
      const lines = openingLines(file.text);
      if (lines >= LEAST_OPENING && lines <= MOST_OPENING) return [];
      return [`${file.path}: opens with ${lines} lines of comment, not 2 to 6`];
    });

const word = (...pieces: readonly string[]): string => pieces.join('');

const NEVER = new RegExp(
  [
    word('\\b(?:TO', 'DO|FIX', 'ME|XX', 'X)\\b'),
    word('@ts-', '(?:ignore|nocheck|expect-error)'),
    word('eslint-', 'disable'),
    word('prettier-', 'ignore'),
    word('\\bas ', 'any\\b|: ', 'any\\b'),
    word('\\b(?:it|test|describe)\\.', 'only\\b'),
  ].join('|'),
  'u',
);

/** No notes to self, no suppressed check, no test that shuts the others out. */
export const suppressions: Law = (tree) =>
  tree
    .filter((file) => isSource(file.path))
    .flatMap((file) =>
      byLine(file, (line) => {
        const found = NEVER.exec(line);
        return found === null ? null : `"${found[0]}" must not stand here`;
      }),
    );

/** Nothing has the type that switches the checking of types off. */
export const untyped: Law = (tree) =>
  tree
    .filter((file) => isCode(file.path))
    .flatMap((file) => anyTypesOf(file).map((line) => `${file.path}:${line}: untyped`));

const IMPURE = new RegExp(
  [
    'Date\\.now|Math\\.random|new Date\\(\\)|\\bperformance\\.',
    '\\basync\\b|\\bawait\\b|\\bPromise\\b|\\bqueueMicrotask\\b',
    'node:|\\bprocess\\.|\\bBuffer\\b|\\bconsole\\.',
    '\\bset(?:Timeout|Interval|Immediate)\\b',
  ].join('|'),
  'u',
);

/** Core has no clock, no randomness, no promises and no world, not even in a comment. */
export const purity: Law = (tree) =>
  tree
    .filter((file) => isSource(file.path) && file.path.startsWith('src/main/core/'))
    .flatMap((file) =>
      byLine(file, (line) => {
        const found = IMPURE.exec(line);
        return found === null ? null : `"${found[0]}" must not stand in core`;
      }),
    );
