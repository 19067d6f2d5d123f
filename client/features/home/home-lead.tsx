/** Under the title: what this is in one sentence, and a picture of it. */
import { useWords } from '../../state/words.ts';
import './home.css';
import { WallPicture } from './wall-picture.tsx';

export function HomeLead() {
  const { home } = useWords();
  return (
    <>
      <div className="home-lead">
        <p>{home.lead}</p>
        <p className="home-facts">{home.facts}</p>
      </div>
      <WallPicture />
    </>
  );
}
