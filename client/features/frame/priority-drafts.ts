/** What is being written of one priority, beside what the board says of it. */
import type { Priority } from '../../../shared/board/schema.ts';
import { type Draft, useDraft } from './use-draft.ts';
import type { FrameValues } from './use-frame.ts';

const PRIORITY_KEYS = ['title', 'orientation', 'setBy'] as const;
export type PriorityKey = (typeof PRIORITY_KEYS)[number];
export type PriorityDrafts = Readonly<Record<PriorityKey, Draft>>;

export function usePriorityDrafts(priority: Priority | undefined): PriorityDrafts {
  return {
    title: useDraft(priority?.title ?? ''),
    orientation: useDraft(priority?.orientation ?? ''),
    setBy: useDraft(priority?.setBy ?? ''),
  };
}

/** Fields this person wrote in: the only ones that saving may touch. */
export const changedValues = (drafts: PriorityDrafts): FrameValues =>
  Object.fromEntries(
    PRIORITY_KEYS.filter((key) => drafts[key].isChanged).map((key) => [key, drafts[key].text]),
  );

export const allValues = (drafts: PriorityDrafts): FrameValues =>
  Object.fromEntries(PRIORITY_KEYS.map((key) => [key, drafts[key].text]));

/** Fields where somebody else's version waits behind what is written here. */
export const contested = (drafts: PriorityDrafts): readonly PriorityKey[] =>
  PRIORITY_KEYS.filter((key) => drafts[key].theirs !== null);

export const isBlank = ({ text }: Draft): boolean => text.trim() === '';
