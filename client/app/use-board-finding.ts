/**
 * What is looked for on the open board stands in its address: it is shared by copying that, and is
 * there again after a reload. It is no step of the history: going back to an older address of the
 * same board keeps what is looked for now.
 */
import { useEffect, useState } from 'react';
import { filterParams, readFilter } from '../../shared/finding/filter.ts';
import type { BoardId } from '../../shared/ids.ts';
import { createFinding, type Finding } from '../state/finding.ts';
import { useBoardClient } from '../state/hooks.ts';
import { amendTo, placeIn } from './routes.ts';

/** Browsers refuse an address that changes with every key. */
const writeAfterMs = 300;

export function useBoardFinding(boardId: BoardId): Finding {
  const { stores } = useBoardClient();
  const [finding] = useState(() => createFinding(stores, readHere()));
  useEffect(() => finding.follow(), [finding]);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const write = () => {
      clearTimeout(timer);
      const params = filterParams(finding.store.getState().filter);
      if (JSON.stringify(params) !== JSON.stringify(filterParams(readHere())))
        amendTo(placeIn(boardId, params));
    };
    const stop = finding.store.subscribe((now, before) => {
      if (now.filter === before.filter) return;
      clearTimeout(timer);
      timer = setTimeout(write, writeAfterMs);
    });
    addEventListener('popstate', write);
    return () => {
      clearTimeout(timer);
      stop();
      removeEventListener('popstate', write);
    };
  }, [boardId, finding]);
  return finding;
}

const readHere = () => readFilter(new URLSearchParams(location.search));
