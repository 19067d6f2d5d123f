/** All the priorities on one screen, titles only: for boards of which one sees the first columns. */
import { Columns3 } from 'lucide-react';
import { useKeys } from '../../state/keys.ts';
import { useWords } from '../../state/words.ts';
import { Button } from '../../ui/button.tsx';
import { useIsNarrow } from './use-media.ts';
import { useWall, useWallState } from './wall-store.ts';
import './overview.css';

/** The button that shows it, and no longer. */
export function Overview() {
  const { board: t } = useWords();
  const { store } = useWall();
  const isOn = useWallState(({ overview }) => overview);
  const isNarrow = useIsNarrow();
  const toggle = () => store.setState({ overview: !isOn });
  useKeys(t.wall, isNarrow ? [] : [{ key: 'w', label: t.overview, run: toggle }]);
  if (isNarrow) return null;
  return (
    <Button
      variant={isOn ? 'primary' : 'quiet'}
      icon={<Columns3 />}
      label={t.overview}
      aria-pressed={isOn}
      aria-keyshortcuts="w"
      onClick={toggle}
    />
  );
}
