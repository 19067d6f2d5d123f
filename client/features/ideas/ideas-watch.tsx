/** Opens the ideas of this person for as long as the page needs them, and tells of a reveal. */
import { useEffect, useRef } from 'react';
import { alikeAmong, titlesOnShow } from '../../../shared/finding/similar.ts';
import { ideasWords } from '../../../shared/text/fr/ideas.ts';
import { useBoardClient, useCan, useSession } from '../../state/hooks.ts';
import { createIdeas } from '../../state/ideas.ts';
import type { IdeaOwner } from '../../state/kept-ideas.ts';
import { useWords } from '../../state/words.ts';
import { pageToasts } from '../../ui/toast-queue.ts';
import { openIdeas } from './open-ideas.ts';

export interface IdeasWatchProps {
  readonly owner: IdeaOwner;
  /** Shows the actions that resemble each other. */
  readonly onSeeAlike: () => void;
}

export function IdeasWatch({ owner: { boardId, personId }, onSeeAlike }: IdeasWatchProps) {
  const client = useBoardClient();
  useEffect(() => {
    const ideas = createIdeas(client, { boardId, personId });
    openIdeas(ideas);
    return () => {
      openIdeas(null);
      ideas.destroy();
    };
  }, [client, boardId, personId]);
  useRevealNews(onSeeAlike);
  return null;
}

/** How long what was revealed is marked as new on the wall, milliseconds. */
const freshMs = 60_000;
/** Off the frame in which the wall draws the new cards, milliseconds. */
const afterTheWallMs = 100;
/** A reveal older than this was told while this page was not here, milliseconds. */
const staleNewsMs = 10_000;

function useRevealNews(onSeeAlike: () => void): void {
  const t = useWords(ideasWords);
  const { stores } = useBoardClient();
  const canMerge = useCan('merge');
  const reveal = useSession((session) => session?.lastReveal ?? null);
  const step = useSession((session) => session?.current ?? null);
  const told = useRef<number | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: news of a step that is over is none
  useEffect(() => {
    return () => {
      if (told.current !== null) pageToasts.dismiss(told.current);
    };
  }, [step]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a reveal is told once, as things are then
  useEffect(() => {
    if (!reveal) return;
    const ageMs = Date.now() + stores.clockOffset.getState() - reveal.at;
    if (ageMs > freshMs) return;
    stores.fresh.setState(new Set(reveal.ids), true);
    const timer = setTimeout(() => stores.fresh.setState(new Set(), true), freshMs - ageMs);
    // No frame is waited for: a window that is covered draws none, and who listens is told all the same.
    const news = ageMs < staleNewsMs ? setTimeout(tell, afterTheWallMs) : undefined;
    return () => {
      clearTimeout(timer);
      clearTimeout(news);
    };
  }, [reveal]);

  const tell = () => {
    if (!reveal) return;
    const groups = canMerge ? alikeAmong(titlesOnShow(stores.board.getState())).length : 0;
    told.current = pageToasts.show({
      text: t.revealed(reveal.ids.length),
      ...(groups > 0 && { action: { label: t.seeAlike(groups), run: onSeeAlike } }),
    });
  };
}
