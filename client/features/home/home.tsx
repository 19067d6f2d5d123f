/** The first page. What begins a workshop from a file is another feature: it comes as children. */

import { ArrowRight } from 'lucide-react';
import type { FormEvent, ReactNode } from 'react';
import type { BoardId } from '../../../shared/ids.ts';
import {
  type BoardCreated,
  REHEARSAL_STEPS,
  type RehearsalStep,
} from '../../../shared/protocol/http.ts';
import { homeWords } from '../../../shared/text/fr/home.ts';
import { late } from '../../browser/late.ts';
import { createEmptyWorkshop, openDemonstration } from '../../entry/create.ts';
import { useHeldText } from '../../state/use-held-text.ts';
import { useSending } from '../../state/use-sending.ts';
import { useWords } from '../../state/words.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { useFetched } from '../../ui/lazy-part.tsx';
import { Notice } from '../../ui/notice.tsx';
import { EnterByCode } from './enter-by-code.tsx';
import { OpenedWorkshops } from './opened-workshops.tsx';
import { WallPicture } from './wall-picture.tsx';
import './home.css';

export interface HomeProps {
  readonly onCreated: (created: BoardCreated) => void;
  readonly onOpen: (boardId: BoardId) => void;
  /** More ways to begin, each a `section`. */
  readonly children: ReactNode;
}

const realPicture = late(() => import('./real-picture.tsx').then((file) => file.RealPicture));

export function Home({ onCreated, onOpen, children }: HomeProps) {
  const home = useWords(homeWords);
  const RealPicture = useFetched(realPicture, true);
  const { app } = useWords();
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
      {RealPicture && <RealPicture />}
      <p>
        {home.tryNetworkBefore} <a href="/reseau">{app.tryNetwork}</a>
      </p>
    </div>
  );
}

/** Under the title: what this is in one sentence, and a picture of it. */
export function HomeLead() {
  const home = useWords(homeWords);
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

/** One press: a full workshop of one's own, entered at once as its facilitator. */
function OpenDemonstration({ onOpen }: { readonly onOpen: (boardId: BoardId) => void }) {
  const home = useWords(homeWords);
  const { common } = useWords();
  const { busy, problem, send } = useSending();

  const open = async (startAt?: RehearsalStep) => {
    const opened = await send(openDemonstration(common.facilitator, startAt));
    if (opened.ok) onOpen(opened.value);
  };

  return (
    <section className="start" aria-labelledby="demo-title">
      <h3 id="demo-title">{home.demoTitle}</h3>
      <p>{home.demoText}</p>
      {problem && <Notice tone="error" title={problem} />}
      <fieldset className="start-steps">
        <legend>{home.demoSteps}</legend>
        {REHEARSAL_STEPS.map((step) => (
          <Button key={step} size="small" disabled={busy} onClick={() => void open(step)}>
            {home.demoStep[step]}
          </Button>
        ))}
      </fieldset>
      <Button variant="primary" icon={<ArrowRight />} busy={busy} onClick={() => void open()}>
        {home.demoOpen}
      </Button>
    </section>
  );
}

interface CreateWorkshopProps {
  readonly onCreated: (created: BoardCreated) => void;
}

const maxTitleCharacters = 300;

/** A title is all it takes. */
function CreateWorkshop({ onCreated }: CreateWorkshopProps) {
  const home = useWords(homeWords);
  const typed = useHeldText({ screen: 'home', key: 'title', field: home.titleLabel });
  const { busy, problem, setProblem, send } = useSending();

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const input = event.currentTarget.querySelector('input');
    const asked = typed.text.trim();
    const refuse = (sentence: string) => {
      setProblem(sentence);
      input?.focus();
    };
    if (asked === '') return refuse(home.titleMissing);
    if (asked.length > maxTitleCharacters) return refuse(home.titleTooLong);
    const created = await send(createEmptyWorkshop(asked));
    if (!created.ok) return input?.focus();
    typed.sent();
    onCreated(created.value);
  };

  return (
    <section className="start" aria-labelledby="create-title">
      <h3 id="create-title">{home.createTitle}</h3>
      <p>{home.createText}</p>
      <form className="start-form" noValidate onSubmit={(event) => void submit(event)}>
        <TextField
          label={home.titleLabel}
          value={typed.text}
          error={problem}
          autoComplete="off"
          onChange={(event) => typed.write(event.target.value)}
        />
        <Button type="submit" variant="primary" busy={busy}>
          {home.create}
        </Button>
      </form>
    </section>
  );
}
