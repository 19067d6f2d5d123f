/** The first page. What begins a workshop from a file is another feature: it comes as children. */
import type { ReactNode } from 'react';
import type { BoardId } from '../../../shared/ids.ts';
import type { BoardCreated } from '../../../shared/protocol/http.ts';
import { useWords } from '../../state/words.ts';
import { CreateWorkshop } from './create-workshop.tsx';
import { EnterByCode } from './enter-by-code.tsx';
import { OpenDemonstration } from './open-demonstration.tsx';
import { OpenedWorkshops } from './opened-workshops.tsx';
import { WallPicture } from './wall-picture.tsx';
import './home.css';

export interface HomeProps {
  readonly onCreated: (created: BoardCreated) => void;
  readonly onOpen: (boardId: BoardId) => void;
  /** More ways to begin, each a `section`. */
  readonly children: ReactNode;
}

export function Home({ onCreated, onOpen, children }: HomeProps) {
  const { home } = useWords();
  return (
    <div className="home">
      <OpenedWorkshops />
      <EnterByCode onOpen={onOpen} />
      <section className="starts" aria-labelledby="starts-title">
        <h2 id="starts-title">{home.begin}</h2>
        <div className="starts-row">
          <CreateWorkshop onCreated={onCreated} />
          <OpenDemonstration onOpen={onOpen} />
          {children}
        </div>
      </section>
    </div>
  );
}

/** Under the title: what this is in one sentence, and a picture of it. */
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
