/** The pictures of the synthesis, in their order, with the word each has in an address. */
export const SYNTHESIS_VIEWS = {
  coverage: 'couverture',
  levels: 'impact',
  deadlines: 'echeances',
  indicators: 'indicateurs',
  missing: 'manques',
  markers: 'reperes',
} as const;
export type SynthesisView = keyof typeof SYNTHESIS_VIEWS;

/** The picture an address names; null when it names none. */
export const readSynthesisView = (word: string | null): SynthesisView | null =>
  (Object.keys(SYNTHESIS_VIEWS) as SynthesisView[]).find(
    (view) => SYNTHESIS_VIEWS[view] === word,
  ) ?? null;
