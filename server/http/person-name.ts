/** How a person's name is cleaned before anybody sees it. */
import * as v from 'valibot';
import type { ProblemCode } from './answers.ts';

const maxNameCharacters = 60;
const badName: ProblemCode = 'bad-name';

/** Controls, lone surrogates, and the marks that turn the direction of the text around them. */
const unseen = /[\p{Cc}\p{Cs}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

const onOneLine = (text: string) => text.replace(/\s+/gu, ' ').replace(unseen, '').trim();
const isSeen = (text: string) => /[\p{L}\p{N}\p{S}]/u.test(text);

/**
 * A name as it will be shown: on one line, without what cannot be seen, of at most 60 characters, as
 * code points; empty when there is nothing to see.
 * @param mayBeEmpty whether somebody may go without
 */
export const personName = (mayBeEmpty: boolean) =>
  v.pipe(
    v.string(badName),
    v.transform(onOneLine),
    v.check((name) => [...name].length <= maxNameCharacters, badName),
    v.transform((name) => (isSeen(name) ? name : '')),
    v.check((name) => mayBeEmpty || name !== '', badName),
  );
