/** What is being written of one priority, beside what the board says of it. */
import type { Priority } from '../../../shared/board/schema.ts';
import { type EditedValue, useEditedValue } from '../../state/use-edited-value.ts';
import type { FrameValues } from './use-frame.ts';

const PRIORITY_KEYS = ['title', 'orientation', 'setBy'] as const;
export type PriorityKey = (typeof PRIORITY_KEYS)[number];
export type EditedPriority = Readonly<Record<PriorityKey, EditedValue>>;

export function useEditedPriority(priority: Priority | undefined): EditedPriority {
  return {
    title: useEditedValue({ stored: priority?.title ?? '', save: later }),
    orientation: useEditedValue({ stored: priority?.orientation ?? '', save: later }),
    setBy: useEditedValue({ stored: priority?.setBy ?? '', save: later }),
  };
}

/** The form is saved whole, by its button. */
const later = () => false;

/** Fields this person wrote in: the only ones that saving may touch. */
export const changedValues = (edited: EditedPriority): FrameValues =>
  Object.fromEntries(
    PRIORITY_KEYS.filter((key) => edited[key].isChanged).map((key) => [key, edited[key].text]),
  );

export const allValues = (edited: EditedPriority): FrameValues =>
  Object.fromEntries(PRIORITY_KEYS.map((key) => [key, edited[key].text]));

/** Fields where somebody else's version waits behind what is written here. */
export const contested = (edited: EditedPriority): readonly PriorityKey[] =>
  PRIORITY_KEYS.filter((key) => edited[key].theirs !== null);

export const isBlank = ({ text }: EditedValue): boolean => text.trim() === '';
